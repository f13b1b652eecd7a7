import { defineConfig } from 'vite';

/** Home Assistant loads one file; the integration puts the version into its address. */
export default defineConfig({
  build: {
    outDir: '../../custom_components/frigate_reid/frontend',
    emptyOutDir: true,
    target: 'es2022',
    lib: {
      entry: 'src/main.ts',
      formats: ['es'],
      fileName: () => 'frigate-reid-route-card.js',
    },
  },
});

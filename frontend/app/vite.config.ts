import { defineConfig } from 'vite';

const SERVICE = process.env['FRIGATE_REID_URL'] ?? 'http://127.0.0.1:8674';

export default defineConfig({
  // Relative addresses: the page may lie below any path, as behind ingress.
  base: './',
  logLevel: 'warn',
  build: {
    outDir: '../../reid_service/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Everything is a file of its own: the page's policy allows nothing inline.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': { target: SERVICE, ws: true } } },
});

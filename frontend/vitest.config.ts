import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['{shared,app}/test/**/*.test.ts'], environment: 'node' },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['{shared,app,card}/test/**/*.test.ts'], environment: 'node' },
});

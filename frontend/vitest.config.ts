import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,app,card}/test/**/*.test.ts'],
    environment: 'node',
    // The card's logic, which needs no DOM; its parts are tested in a browser.
    coverage: {
      provider: 'v8',
      include: ['card/src/{logic,data}/**/*.ts', 'card/src/{config,form,ha,words}.ts'],
      exclude: ['card/src/data/protocol.ts'], // types alone
      reporter: ['json-summary'],
      reportsDirectory: '../reports/card-coverage',
      reportOnFailure: true,
    },
  },
});

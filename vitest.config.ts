import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'test/support/build.ts',
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/android/**'],
    testTimeout: 60_000,
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'test/support/build.ts',
    setupFiles: 'test/support/seed.ts',
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/android/**'],
    // Ends what hangs and nothing else: a busy machine takes a minute for a property that takes fifteen seconds idle.
    testTimeout: 180_000,
  },
});

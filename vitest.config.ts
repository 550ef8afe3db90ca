import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'e2e/**/*.test.ts'],
    globalSetup: ['scripts/vitest-setup.ts'],
    testTimeout: 60_000,
    // The first to ask for a database waits until the server is made.
    hookTimeout: 60_000,
    pool: 'forks',
  },
});

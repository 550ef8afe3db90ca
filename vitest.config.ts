import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'e2e/**/*.test.ts'],
    globalSetup: ['scripts/vitest-setup.ts'],
    testTimeout: 60_000,
    // The first to ask for a database waits until the server is made.
    hookTimeout: 60_000,
    pool: 'forks',
    // Vitest leaves one core to itself; of two that is half of the machine, and tests wait for databases and browsers more than they count.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});

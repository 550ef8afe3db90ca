import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './scripts/long-first';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'e2e/**/*.test.ts'],
    globalSetup: ['scripts/vitest-setup.ts'],
    testTimeout: 60_000,
    // The first to ask for a database waits until the server is made.
    hookTimeout: 60_000,
    // Twice in some dozens of whole runs a click into a pop-up that had just opened was lost, and in no run of the one journey alone (24
    // of 24 beside three others). So waiting in vain in a browser is tried once more, and reported as such; a wrong answer never is.
    retry: { count: 1, condition: /locator\.\w+: (Timeout|Clicking the checkbox did not change)/ },
    pool: 'forks',
    sequence: { sequencer: LongFirst },
    // Vitest leaves one core to itself; of two that is half of the machine, and tests wait for databases and browsers more than they count.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});

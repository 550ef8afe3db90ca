import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { leftOut } from './scripts/left-out.mjs';
import { LongFirst } from './scripts/long-first';
import { mockingFiles } from './scripts/mocking';

const mocking = mockingFiles();

const everyFile = {
  setupFiles: ['scripts/leave-as-found.ts'],
  testTimeout: 60_000,
  // The first to ask for a database waits until the server is made.
  hookTimeout: 60_000,
  // Twice in some dozens of whole runs a click into a pop-up that had just opened was lost, and in no run of the one journey alone (24
  // of 24 beside three others). So waiting in vain in a browser is tried once more, and reported as such; a wrong answer never is.
  retry: { count: 1, condition: /locator\.\w+: (Timeout|Clicking the checkbox did not change)/ },
  pool: 'forks' as const,
  // Vitest leaves one core to itself; of two that is half of the machine, and tests wait for databases and browsers more than they count.
  maxWorkers: Math.max(2, availableParallelism() - 1),
};

export default defineConfig({
  test: {
    // Of the whole run and of no project, each of which would begin it once more.
    globalSetup: ['scripts/vitest-setup.ts'],
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          ...everyFile,
          name: 'together',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'e2e/**/*.test.ts'],
          exclude: [...mocking, ...leftOut()],
          // A process loads the whole server once and not for each file: of 33 files of five modules, 91 s of CPU instead of 154.
          isolate: false,
        },
      },
      { test: { ...everyFile, name: 'alone', include: mocking, exclude: leftOut() } },
    ],
  },
});

import { afterAll, expect } from 'vitest';

// The next test file runs in the same process: whatever a file has changed of it would decide there, too.

const environment = { ...process.env };
const found = surroundings();

afterAll(() => {
  // By their names alone: a value may be a secret of this machine.
  const names = Object.keys({ ...environment, ...process.env });
  const changed = names.filter((name) => environment[name] !== process.env[name]);
  expect(changed, 'a test file leaves the environment as it has found it').toEqual([]);
  expect(surroundings(), 'a test file leaves its process as it has found it').toEqual(found);
});

function surroundings() {
  return { folder: process.cwd(), clock: Date, later: setTimeout, fetch };
}

import { expect, it } from 'vitest';
import { missingPackages } from './packages.mjs';

const wanted = { '': {}, 'node_modules/a': { version: '2.0.0' }, 'node_modules/other-os': { version: '1.0.0', optional: true } };

it('asks for a package that is missing or has another version', () => {
  expect(missingPackages(wanted, {})).toEqual(['node_modules/a']);
  expect(missingPackages(wanted, { 'node_modules/a': { version: '1.9.0' } })).toEqual(['node_modules/a']);
});

it('is content with what the lock file names, without the packages of other platforms', () => {
  expect(missingPackages(wanted, { 'node_modules/a': { version: '2.0.0' }, 'node_modules/more': { version: '1.0.0' } })).toEqual(
    [],
  );
});

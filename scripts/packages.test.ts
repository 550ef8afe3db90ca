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

const machine = { os: 'linux', cpu: 'x64', libc: 'glibc', hasDatabase: false } as const;
const embedded = {
  '': { optionalDependencies: { '@database/here': '1.0.0', '@database/there': '1.0.0', '@database/musl': '1.0.0' } },
  'node_modules/@database/here': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
  'node_modules/@database/there': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['x64'] },
  'node_modules/@database/musl': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
  'node_modules/of-a-package': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
};

it('asks for the embedded database of this machine, unless a server is named', () => {
  expect(missingPackages(embedded, {}, machine)).toEqual(['node_modules/@database/here']);
  expect(missingPackages(embedded, {}, { ...machine, cpu: 'arm64' })).toEqual([]);
  expect(missingPackages(embedded, {}, { ...machine, hasDatabase: true })).toEqual([]);
  expect(missingPackages(embedded, { 'node_modules/@database/here': { version: '1.0.0' } }, machine)).toEqual([]);
});

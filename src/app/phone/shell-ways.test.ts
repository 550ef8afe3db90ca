import { expect, test } from 'vitest';
import { wayOf } from './shell-ways';

const origin = 'https://county.example';
const way = (path: string, more: { method?: string; mode?: RequestMode } = {}) =>
  wayOf({ method: 'GET', mode: 'cors', url: new URL(path, origin).href, ...more }, origin);

test('nothing that the server says of people, and nothing that is sent, passes through the worker', () => {
  for (const path of ['/api/session', '/api/classes/1/roll', '/api/assets/1', '/apiary']) {
    expect(way(path)).toBe('network');
    expect(way(path, { mode: 'navigate' })).toBe('network');
  }
  expect(way('/assets/a.js', { method: 'POST' })).toBe('network');
  expect(way('https://elsewhere.example/assets/a.js')).toBe('network');
});

test('every address of the phone is opened with the one document, and the desktop is left alone', () => {
  for (const path of ['/m/', '/m/classes/1?day=2025-03-10', '/m/outbox'])
    expect(way(path, { mode: 'navigate' })).toBe('document');
  for (const path of ['/', '/attendance', '/l', '/matters']) expect(way(path, { mode: 'navigate' })).toBe('network');
});

test('files with a digest in their names come from the phone; the worker itself and the manifest do not', () => {
  expect(way('/assets/base-D85tG9jN.js')).toBe('file');
  expect(way('/m/worker.js')).toBe('network');
  expect(way('/m/worker.js', { mode: 'navigate' })).toBe('network');
  expect(way('/m/manifest.webmanifest')).toBe('network');
});

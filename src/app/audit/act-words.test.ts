import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { permissions } from '../wiring';
import { actWords, objectWords } from './act-words';

/** Every source of the server that may write into the trail. */
const sources = readdirSync(path.resolve(import.meta.dirname, '../..'), { recursive: true, encoding: 'utf8' })
  .filter(
    (name) => /^(app|modules|platform|tools)[/\\].*[.]ts$/.test(name) && !/[.]test[.]ts$|[/\\](testing|web)[/\\]/.test(name),
  )
  .map((name) => [name, readFileSync(path.resolve(import.meta.dirname, '../..', name), 'utf8')] as const);

function found(pattern: RegExp): ReadonlyMap<string, string> {
  return new Map(sources.flatMap(([name, text]) => [...text.matchAll(pattern)].map((match) => [match[1] ?? '', name] as const)));
}

/** A dotted word on a line that speaks of an act: `act: 'grant.ask'`, `const act = … ? 'grant.refuse' : 'grant.end'`. */
const acts = new Map(
  sources.flatMap(([name, text]) =>
    text
      .split('\n')
      .filter((line) => /\bact\b\s*[:=]/.test(line))
      .flatMap((line) =>
        [...line.matchAll(/'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g)].map((match) => [match[1] ?? '', name] as const),
      ),
  ),
);

test('the acts of the sources are found', () => {
  expect([...acts.keys()]).toEqual(
    expect.arrayContaining(['grant.refuse', 'register.undo', 'child.reveal', 'second-factor.recover']),
  );
});

test('everything that is written into the trail has words in both languages', () => {
  const silent = [...acts].filter(([act]) => actWords[act] === undefined && permissions[act] === undefined);
  expect(silent, 'acts without words: add them to src/app/audit/act-words.ts').toEqual([]);
});

test('every kind of thing that the trail names has words', () => {
  const kinds = found(/\bobject: `([a-z-]+):/g);
  expect(kinds.size).toBeGreaterThan(8);
  expect([...kinds].filter(([kind]) => objectWords[kind] === undefined)).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Every Chinese sentence that stands in a source of a page, with its file. */
function sentences(): readonly (readonly [file: string, sentence: string])[] {
  const folder = path.resolve(import.meta.dirname, '../..');
  const ours = /(^ui|^app[/\\](desk|phone)|[/\\]web)[/\\]/;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /[.]tsx?$/.test(name) && !name.includes('.test.') && ours.test(name),
  );
  return files.flatMap((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const said = text.matchAll(/\bzh:\s*(?:\([^)]*\)\s*=>\s*)?(['`])((?:\\.|(?!\1).)*)\1/gs);
    return [...said].map((match) => [file, match[2] ?? ''] as const);
  });
}

const broken = (fault: RegExp) =>
  // What is filled in counts as a character of the sentence.
  sentences().filter(([, sentence]) => fault.test(sentence.replace(/\$\{[^}]*\}/g, '字')));

test('there are sentences to look at', () => {
  expect(sentences().length).toBeGreaterThan(100);
});

test('Chinese stands with Chinese punctuation', () => {
  expect(broken(/[一-鿿][,;:?!(]|[,;:?!)][一-鿿]/)).toEqual([]);
});

test('people are spoken to as 您, and no button says only 确定', () => {
  expect(broken(/你/)).toEqual([]);
  expect(broken(/^(确定|好的|OK)$/)).toEqual([]);
});

test('no word brands a child or a family', () => {
  expect(broken(/后进生|差生|问题学生|问题家庭|低保户|逃学|流失生/)).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { applyTokens, colours } from './tokens';

/** Contrast of WCAG 2.2, from relative luminance. */
function contrast(one: string, other: string): number {
  const [bright = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('every text can be read on the ground it stands on', () => {
  const pairs = [
    ...(['primary', 'text', 'secondary', 'placeholder'] as const).map((ink) => [ink, 'paper'] as const),
    ...(['primary', 'text', 'secondary'] as const).flatMap((ink) => [[ink, 'quiet'] as const, [ink, 'chosen'] as const]),
    ...(['calm', 'watch', 'urgent', 'info'] as const).map((tone) => [`${tone}Ink`, `${tone}Ground`] as const),
    ['paper', 'urgentInk'] as const,
    ...(['primary', 'primaryHover', 'primaryActive'] as const).map((ground) => ['paper', ground] as const),
  ];
  const tooWeak = pairs.filter(([ink, ground]) => contrast(colours[ink], colours[ground]) < 4.5);
  expect(tooWeak).toEqual([]);
});

test('the edge of a control can be seen', () => {
  expect(contrast(colours.control, colours.paper)).toBeGreaterThan(3);
});

test('the style sheets ask for nothing that the oldest browsers lack', () => {
  for (const [sheet, text] of sheets()) {
    expect(text.match(/:has\(|:is\(|:where\(|(?<![-\w])(inset|aspect-ratio)\s*:|\d[dsl]v[hw]\b/g) ?? [], sheet).toEqual([]);
    // Room between the parts of a flex row came with Chromium 84; a grid has had it for longer.
    const rules = text.match(/[^{}]*\{[^{}]*\}/g) ?? [];
    expect(
      rules.filter((rule) => /display:\s*(inline-)?flex/.test(rule) && /[^-]gap\s*:/.test(rule)),
      sheet,
    ).toEqual([]);
  }
});

test('the style sheets name no token that is not there, and no colour of their own', () => {
  const given = new Set<string>();
  applyTokens({ setProperty: (name) => given.add(name) });
  for (const [sheet, text] of sheets()) {
    const own = new Set([...text.matchAll(/^\s*(--nol-[a-z-]+):/gm)].map((match) => match[1]));
    const unknown = [...text.matchAll(/var\((--nol-[a-z-]+)/g)].map((match) => match[1] ?? '').filter((name) => !given.has(name));
    expect(
      unknown.filter((name) => !own.has(name)),
      sheet,
    ).toEqual([]);
    expect(text.match(/#[0-9a-f]{3,8}\b/gi) ?? [], sheet).toEqual([]);
  }
});

/** Every style sheet of the pages, by name. */
function sheets(): readonly (readonly [name: string, text: string])[] {
  const folder = path.resolve(import.meta.dirname, '../..');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
  expect(names.length).toBeGreaterThan(5);
  return names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]);
}

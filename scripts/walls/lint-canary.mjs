// Files that break each lint rule this house depends on. As with the imports: a linter that has gone blind is found out here.

/** file → its text and the rules that must object to it. */
export const lintCanary = {
  'src/modules/area/rules/impure.ts': {
    text: lines([
      'export const now = [new Date(), performance.now(), Math.random()];',
      'export const place = [process.cwd(), globalThis];',
      "export const answers = [fetch('https://example.org'), crypto.randomUUID()];",
      'export const timers = [setTimeout(String, 1), setInterval(String, 1)];',
    ]),
    rules: { 'style/noRestrictedGlobals': 8, 'nursery/noJsRestrictedProperties': 1 },
  },
  'src/kernel/impure.ts': { text: 'export const now = Date.now();\n', rules: { 'style/noRestrictedGlobals': 1 } },
  'src/modules/area/server/loose.ts': {
    text: lines([
      "import { Day } from '../../../kernel/day';",
      'export const today: Day = (undefined as any)!;',
      'export enum Colour { red }',
      'export default async function read() { console.log(today); }',
      'export function forget() { read(); }',
    ]),
    rules: {
      'style/useImportType': 1,
      'suspicious/noExplicitAny': 1,
      'style/noNonNullAssertion': 1,
      'style/noEnum': 1,
      'style/noDefaultExport': 1,
      'suspicious/noConsole': 1,
      'nursery/noFloatingPromises': 1,
    },
  },
  'src/modules/area/server/long.ts': {
    text: `export function long(): number {\n  let sum = 0;\n${'  sum += 1;\n'.repeat(70)}  return sum;\n}\n${filler(300)}`,
    rules: { 'complexity/noExcessiveLinesPerFunction': 1, 'style/noExcessiveLinesPerFile': 1 },
  },
  'src/modules/area/server/BadName.ts': { text: 'export const name = 1;\n', rules: { 'style/useFilenamingConvention': 1 } },
};

function lines(texts) {
  return `${texts.join('\n')}\n`;
}

function filler(count) {
  return Array.from({ length: count }, (_, index) => `export const filler${index} = ${index};\n`).join('');
}

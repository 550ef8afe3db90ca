import { expect, test } from 'vitest';
import { textOfTable } from './table-text';

const text = '区划代码,名称\n211324,喀左县\n';

test('a table saved as UTF-8 is read, with or without its mark', () => {
  expect(textOfTable(new TextEncoder().encode(text))).toBe(text);
  expect(textOfTable(new TextEncoder().encode(`\uFEFF${text}`))).toBe(text);
});

test('a table that a Chinese spreadsheet saved as CSV is read', () => {
  // 区划代码 in GB18030
  const header = [0xc7, 0xf8, 0xbb, 0xae, 0xb4, 0xfa, 0xc2, 0xeb];
  expect(textOfTable(Uint8Array.from(header))).toBe('区划代码');
});

test('a table saved as Unicode text is read', () => {
  const bytes = [0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8])];
  expect(textOfTable(Uint8Array.from(bytes))).toBe(text);
});

test('a workbook is no text', () => {
  expect(textOfTable(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]))).toBeUndefined();
});

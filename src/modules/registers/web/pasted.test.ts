import { expect, test } from 'vitest';
import { sheetOfPaste } from './pasted';

test('cells copied out of a spreadsheet become a sheet, line breaks and quotes inside a cell included', () => {
  const copied = '姓名\t住址\r\n白雪\t"东沟村\n三组"\r\n赵"小"军\t\r\n';
  expect(sheetOfPaste(copied)).toBe('"姓名","住址"\r\n"白雪","东沟村\n三组"\r\n"赵""小""军",""');
});

test('a word or a single line that was pasted is no sheet', () => {
  expect(sheetOfPaste('白雪')).toBeUndefined();
  expect(sheetOfPaste('姓名\t性别')).toBeUndefined();
  expect(sheetOfPaste('第一行\n第二行')).toBeUndefined();
});

import { expect, it } from 'vitest';
import { checkDigit } from '../../../kernel/id-number';
import { isListHeader, isSameName, readCivilList } from './civil-list';

const numberOf = (body: string) => body + checkDigit(body);
const [an, bai] = [numberOf('21132420121120001'), numberOf('21132420121120002')];
const table = (header: readonly string[], ...lines: readonly (readonly string[])[]) => ({
  header,
  rows: lines.map((cells, line) => ({ row: line + 2, cells })),
});

it('knows a list by its names and ID numbers, in whatever order and with stars', () => {
  expect(isListHeader(['乡镇', '村', '儿童姓名', '性别', '身份证号码*', '保障类别'])).toBe(true);
  expect(isListHeader(['姓名', '出生日期'])).toBe(false);
  expect(isListHeader(['身份证号', '监护人'])).toBe(false);
});

it('takes every line for the group that was chosen, unless the line names one itself', () => {
  const lines = readCivilList(
    table(['姓名', '身份证号', '类别'], ['安然', an, ''], ['白雪', bai, '孤儿（含事实无人抚养）']),
    'hardship',
  );
  expect(lines).toEqual([
    { row: 2, name: '安然', fault: null, number: an, group: 'hardship' },
    { row: 3, name: '白雪', fault: null, number: bai, group: 'unsupported' },
  ]);
});

it('says of each line why it cannot be used, and reads numbers as people write them', () => {
  const [near] = readCivilList(table(['姓名', '身份证号'], ['安 然', ` ${an.slice(0, 6)} ${an.slice(6)} `]), 'orphan');
  expect(near).toMatchObject({ name: '安然', number: an, fault: null });
  const lines = readCivilList(
    table(
      ['姓名', '身份证号', '类别'],
      ...[
        ['', an, ''],
        ['白雪', '', ''],
        ['陈晨', '211324201211200011', ''],
        ['杜宇', an, '低保'],
        ['', '', ''],
        ['安然', an, '孤儿'],
        ['安然', an, ''],
        ['安然', an, '困境'],
      ],
    ),
    'orphan',
  );
  expect(lines.map(({ row, fault }) => `${row} ${fault}`)).toEqual([
    ...['2 no-name', '3 no-number', '4 bad-number', '5 other-group', '7 null', '8 twice', '9 null'],
  ]);
});

it('takes a name for the same with spaces and with another dot', () => {
  expect(isSameName('其木格 ', '其木格')).toBe(true);
  expect(isSameName('乌兰·图雅', '乌兰•图雅')).toBe(true);
  expect(isSameName('安然', '安冉')).toBe(false);
});

import { expect, it } from 'vitest';
import type { ReportBody } from './report-body';
import { letterOf } from './report-letter';

const contact = {
  day: '2025-03-11',
  way: 'phone',
  reached: 'guardian',
  reason: 'sick',
  promise: 'none',
  backDay: '2025-03-17',
} as const;
const body: ReportBody = {
  ...{ name: '安然', sex: '1', school: '青禾小学', className: '三年级1班', home: '南公营子镇 东村', since: '2025-03-10' },
  ...{ days: ['2025-03-10', '2025-03-11', '2025-03-12'], contacts: [{ ...contact, by: '王老师' }], words: '', by: '周学籍' },
};
const letter = (kind: 'report' | 'proposal') =>
  letterOf({ kind, number: '青禾小学缺课报告〔2025〕1号', township: '南公营子镇', day: '2025-03-12', body });

it('tells a township of the third day what was done, and not why the child is away', () => {
  const { table } = letter('report');
  expect(table).toEqual({
    says: '我校已联系 1 次：',
    head: ['日期', '方式', '联系上谁', '说好的日子', '联系人'],
    rows: [['2025年3月11日', '打电话', '联系上监护人', '2025年3月17日', '王老师']],
  });
  expect(JSON.stringify(letter('report'))).not.toContain('生病');
});

it('tells the county, which decides, why', () => {
  const { head, rows } = letter('proposal').table;
  expect(rows[0]?.[head.indexOf('原因')]).toBe('生病');
});

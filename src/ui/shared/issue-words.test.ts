import { expect, test } from 'vitest';
import { z } from 'zod';
import { issueSays } from './issue-words';

function saidOf(shape: z.ZodType, value: unknown): string {
  const issue = shape.safeParse(value).error?.issues[0];
  return issue ? issueSays(issue).zh : '';
}

test('what Zod finds is said the way a colleague would say it', () => {
  expect(saidOf(z.string(), undefined)).toBe('请填写');
  expect(saidOf(z.string().min(1), '')).toBe('请填写');
  expect(saidOf(z.string().min(6), '说明')).toBe('至少 6 个字');
  expect(saidOf(z.string().max(2), '三个字')).toBe('最多 2 个字');
  expect(saidOf(z.number(), 'x')).toBe('应是数字');
  expect(saidOf(z.number().min(1), 0)).toBe('不能小于 1');
  expect(saidOf(z.array(z.string()).min(2), [])).toBe('至少选 2 项');
  expect(saidOf(z.enum(['a', 'b']), 'c')).toBe('请从列表里选一个');
  expect(saidOf(z.iso.date(), '2025-02-30')).toBe('不是一个日期，应是 2025-03-01 的样子');
  expect(saidOf(z.string().regex(/^\d{6}$/), 'x')).toBe('写法不对，请核对');
});

test('a rule with words of its own is said in those', () => {
  const even = z.number().refine((value) => value % 2 === 0, { params: { zh: '要双数', en: 'Even numbers only' } });
  const issue = even.safeParse(3).error?.issues[0];
  expect(issue && issueSays(issue)).toEqual({ zh: '要双数', en: 'Even numbers only' });
  expect(
    saidOf(
      z.number().refine(() => false, '要双数'),
      3,
    ),
  ).toBe('要双数');
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDemo } from '../../tools/demo';
import { writeOther } from '../../tools/other-county';
import { kazuo, makeGazetteer } from '../area/index';
import { sayGuard } from './guard-sentences';
import { guardWords } from './guard-words';
import { guardsOfEffect, guardsOfList, guardsOfOverlap } from './rules/guards';
import { gradeOf } from './rules/list-year';
import { type RegisterKind, registerKinds } from './rules/register';
import type { RegisterReading } from './server/assembly';
import { readRegister } from './server/index';
import { registerOf as keptRegisterOf } from './server/raw-register';
import { rawFileOf } from './testing/raw';

const county = { code: '211324', townships: [...makeGazetteer(kazuo()).county.townships].map(({ name }) => name) };
const inForce = '2025-03-01';
let folder = '';
const files: { [K in RegisterKind]?: string } = {};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guards-'));
  const written = await writeDemo(path.join(folder, 'demo'), { seed: 3, children: 1500, format: 'csv' });
  for (const kind of registerKinds) files[kind] = written[kind];
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

function guardsOf(register: RegisterReading, asOf = inForce) {
  const sheets = register.mappings.map(({ file, sheet, headerRow, columns }) => ({
    file: path.basename(file),
    sheet,
    layout: { headerRow, fromRow: headerRow + 1, columns, fillDown: [], className: '', school: '' },
  }));
  return guardsOfList(register, sheets, { asOf, county });
}

function said(register: RegisterReading, asOf = inForce): string[] {
  return guardsOf(register, asOf)
    .filter(({ severity }) => severity !== 'tell')
    .map((guard) => `${guard.severity} ${guard.code}`);
}

async function read(kind: RegisterKind, as: RegisterKind = kind): Promise<RegisterReading> {
  return readRegister(as, [files[kind] ?? '']);
}

describe('the right list of this year', () => {
  it.each(registerKinds)('is let through without a question: %s', async (kind) => {
    expect(said(await read(kind))).toEqual([]);
  });
});

describe('the wrong list', () => {
  it('is stopped where it is plainly another one, and a class list from the 学籍 system is asked about', async () => {
    expect(said(await read('enrolment', 'household'))).toContain('stop wrong-kind');
    expect(said(await read('household', 'enrolment'))).toContain('stop wrong-kind');
    expect(said(await read('household', 'attending'))).toContain('stop wrong-kind');
    expect(said(await read('poverty', 'disability'))).toContain('stop wrong-kind');
    expect(said(await read('enrolment', 'attending'))).toEqual(['ask wrong-kind']);
    expect(said(await read('attending', 'enrolment'))).toContain('ask wrong-kind');
    expect(said(await read('attending', 'household'))).toContain('stop wrong-kind');
    expect(said(await read('attending', 'poverty'))).toContain('stop wrong-kind');
    expect(said(await read('disability', 'household'))).toContain('stop wrong-kind');
  });

  it('of last year is noticed by its grades, by the years its classes entered, by the ages of all', async () => {
    const found = await Promise.all(
      (['attending', 'enrolment', 'household'] as const).map(async (kind) => guardsOf(await read(kind), '2026-03-01')),
    );
    expect(found.map((guards) => guards.find(({ code }) => code === 'last-year')?.numbers)).toMatchObject([
      { years: 1, how: 'grades' },
      { years: 1, how: 'entry-years' },
      { years: 1, how: 'ages' },
    ]);
  });

  it('of another county is noticed by its numbers and places, with how much of it is', async () => {
    const other = await writeOther(path.join(folder, 'other'), { seed: 1, children: 300, mode: 'minimal' });
    const guards = guardsOf(await readRegister('household', [other.household]));
    const guard = guards.find(({ code }) => code === 'other-county');
    expect(guard).toMatchObject({ severity: 'stop', numbers: { percent: 100 } });
  });

  it('that tells too little is asked about, naming the columns such a list has', () => {
    const { register } = keptRegisterOf('poverty', [
      rawFileOf('poverty', '名单.xlsx', { headers: '姓名|身份证号|乡|村', rows: [['张三', '', '公营子镇', '桥子村']] }),
    ]);
    const [guard] = guardsOf(register).map(sayGuard);
    expect(guard).toMatchObject({ severity: 'ask', code: 'kind-unclear' });
    expect(guard.zh).toBe(
      '“名单.xlsx”的列太少，看不出是不是脱贫户名册（脱贫户名册一般有“户编号”“户类型”“脱贫属性”等列）。请确认没有选错文件；没有选错，请说明原因后继续。',
    );
  });

  it('without what it is for is stopped, naming the column and what is impossible without it', () => {
    const { register } = keptRegisterOf('household', [
      rawFileOf('household', '名单.xlsx', { headers: '姓名|性别|村', rows: [['张三', '男', '桥子村']] }),
    ]);
    const [guard] = guardsOf(register).map(sayGuard);
    expect(guard).toMatchObject({ severity: 'stop', code: 'missing-column' });
    expect(guard.zh).toBe(
      '“名单.xlsx”没有认出“身份证号”一列，缺了它不能判断年龄和身份。请在“认列”里指出是哪一列，或补上后重新上传。',
    );
  });
});

describe('what a list would do', () => {
  const effect = { before: 1000, fresh: 0, changed: 0, unchanged: 1000, gone: 0 };
  const codes = (more: Partial<typeof effect>, asOf = inForce) =>
    guardsOfEffect({ ...effect, ...more }, { asOf, current: '2025-02-01' }).map(({ severity, code }) => `${severity} ${code}`);

  it('is asked about where many children would go, and let through where a few do', () => {
    expect(codes({ unchanged: 500, gone: 500 })).toEqual(['ask many-gone']);
    expect(codes({ unchanged: 800, gone: 200 })).toEqual(['ask many-gone']);
    expect(codes({ unchanged: 801, gone: 199 })).toEqual([]);
    expect(codes({ before: 9, unchanged: 0, gone: 9, fresh: 9 })).toEqual([]);
    const [guard] = guardsOfEffect({ ...effect, gone: 500 }, { asOf: inForce, current: undefined }).map(sayGuard);
    expect(guard.zh).toBe(
      '现在的 1000 名儿童里有 500 名（50%）不在这份名册里，导入后会被移出。只是一部分名册的话，请选“补充”；确实都要移出，请说明原因后继续。',
    );
  });

  it('is nothing where the list is the one in use, and old where its day is', () => {
    expect(codes({})).toEqual(['tell nothing-new']);
    expect(codes({ fresh: 1 }, '2025-01-31')).toEqual(['ask older-than-current']);
    expect(codes({ fresh: 1 }, '2025-02-01')).toEqual([]);
  });

  it('is told of rows that stand in several files, and asked where these differ', () => {
    expect(guardsOfOverlap({ same: 3, differ: 1, repeated: 2 }).map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'ask files-differ',
      'tell files-overlap',
      'tell repeated-rows',
    ]);
    expect(guardsOfOverlap({ same: 0, differ: 0, repeated: 0 })).toEqual([]);
  });
});

describe('the sentences', () => {
  it('are whole in both languages for every guard of the lists above', async () => {
    const guards = [
      ...guardsOf(await read('enrolment', 'household'), '2026-03-01'),
      ...guardsOf(await read('attending'), '2026-03-01'),
      ...guardsOfEffect({ before: 100, fresh: 1, changed: 0, unchanged: 0, gone: 100 }, { asOf: '2024-01-01', current: inForce }),
      ...guardsOfOverlap({ same: 1, differ: 1, repeated: 1 }),
    ].map(sayGuard);
    expect(new Set(guards.map(({ code }) => code)).size).toBeGreaterThan(6);
    for (const { zh, en } of guards) {
      expect(zh).toMatch(/^[^{}]*。$/);
      expect(en).toMatch(/^[^{}]*\.$/);
    }
    expect(guards.find(({ code }) => code === 'wrong-kind')?.zh).toBe(
      '“enrolment.csv”有“学籍接续标识”“学校标识码”“入学方式”“身份证件类型”列，看起来是学籍名册，不是户籍名册，不能这样导入。请改按“学籍名册”导入，或换正确的文件。',
    );
    for (const { zh, en } of Object.values(guardWords)) expect([zh.endsWith('。'), en.endsWith('.')]).toEqual([true, true]);
  });
});

describe('a grade', () => {
  it.each([
    ['一年级', 1],
    ['九年级', 9],
    ['三年级2班', 3],
    ['初一', 7],
    ['初3', 9],
    ['7年级', 7],
    ['八（3）班', 8],
    ['3.2班', 3],
    ['1.1', 1],
    ['2班', 0],
    ['202401', 0],
    ['2019级3班', 0],
    ['', 0],
  ])('of %s is %i', (text, grade) => {
    expect(gradeOf(text)).toBe(grade);
  });
});

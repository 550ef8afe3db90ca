import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellKind } from '../kernel/packed-column';
import { kazuo } from '../modules/area';
import { registerKinds } from '../modules/registers';
import { previewFile } from '../platform/sheets';
import { type DemoPaths, writeDemo } from './demo';
import { layouts } from './demo/truth-of';
import type { Truth } from './truth';

const options = { seed: 1, children: 1500, format: 'csv' } as const;
let folder = '';
let paths: DemoPaths;
let truth: Truth;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'demo-'));
  paths = await writeDemo(path.join(folder, 'one'), options);
  truth = JSON.parse(await readFile(paths.truth, 'utf8'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function hashes(written: DemoPaths): Promise<string[]> {
  const files = [...registerKinds.map((kind) => written[kind]), written.truth];
  return Promise.all(
    files.map(async (file) =>
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ),
  );
}

async function table(file: string): Promise<string[][]> {
  const text = await readFile(file, 'utf8');
  return text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
}

describe('the written demonstration', () => {
  it('is the same to the last byte when the seed is the same, and another with another seed', async () => {
    const first = await hashes(paths);
    expect(await hashes(await writeDemo(path.join(folder, 'again'), options))).toEqual(first);
    const other = await hashes(await writeDemo(path.join(folder, 'other'), { ...options, seed: 2 }));
    for (const [i, hash] of other.entries()) expect(hash).not.toBe(first[i]);
  });

  it('lays the household register out in the 25 columns of the police', async () => {
    const rows = await table(paths.household);
    expect(rows[0]).toHaveLength(25);
    expect(rows[0].join()).toBe(
      '编号,户号,公民身份号码,姓名,性别,民族,出生日期,出生地省市县区,住址派出所,住址详址,服务处所,文化程度,婚姻状况,籍贯省市县区,变动原因,住址省市县区,' +
        '与户主关系,职业类别,监护人一公民身份号码,监护人一姓名,监护人一监护关系,监护人二公民身份号码,监护人二姓名,监护人二监护关系,联系电话',
    );
  });

  it('lays the enrolment register out in 73 columns under a title, the hidden one included', async () => {
    const [title, header] = await table(paths.enrolment);
    expect(title[0]).toContain('学籍');
    expect(header).toHaveLength(73);
    expect([header[0], header[1], header[6], header[48], header[49], header[72]]).toEqual([
      '学籍接续标识',
      '学校标识码',
      '身份证件号码',
      '隐藏',
      '成员1姓名',
      '成员2职务',
    ]);
    expect(new Set(header).size).toBe(73);
  });

  it('lays the other three out in 13, 33 and 23 columns', () => {
    expect(layouts.attending.headers).toHaveLength(13);
    expect(layouts.poverty.headers).toHaveLength(33);
    expect(layouts.disability.headers.slice(0, 8).join()).toBe(
      '年度,行政区划,姓名,身份证号,残疾类别,残疾等级,需求类别,残疾人证号',
    );
    expect(layouts.disability.headers).toHaveLength(23);
  });

  it.each(registerKinds)('gives every row of the %s register as many cells as the header has', async (kind) => {
    const rows = await table(paths[kind]);
    expect(rows.filter((row) => row.length !== layouts[kind].headers.length)).toEqual([]);
  });

  it.each(registerKinds)('names somebody for every data row of the %s register', async (kind) => {
    const register = truth.registers[kind];
    const rows = await table(paths[kind]);
    expect(register?.firstRow).toBe(kind === 'enrolment' || kind === 'attending' ? 3 : 2);
    expect(rows).toHaveLength((register?.person.length ?? 0) + (register?.firstRow ?? 0) - 1);
  });

  it('writes workbooks with the same rows in the same places', async () => {
    const written = await writeDemo(path.join(folder, 'xlsx'), { ...options, children: 300, format: 'xlsx' });
    const csv = await writeDemo(path.join(folder, 'small'), { ...options, children: 300 });
    for (const kind of registerKinds) {
      const [{ rows }] = (await previewFile(written[kind])).sheets;
      const lines = await table(csv[kind]);
      for (const { row, cells } of rows) expect(cells.map(({ text }) => text)).toEqual(lines[row - 1].slice(0, cells.length));
    }
    const [{ rows }] = (await previewFile(written.attending)).sheets;
    expect(rows.slice(2).map(({ cells }) => cells[0].kind)).toContain(cellKind.number);
    const truths = await Promise.all(
      [written.truth, csv.truth].map(async (file) => (await readFile(file, 'utf8')).replaceAll('.xlsx', '.csv')),
    );
    expect(truths[0]).toBe(truths[1]);
  });

  it('writes a 20-digit card that begins with the ID number of the child', async () => {
    const rows = (await table(paths.disability)).slice(1);
    const cards = rows.filter((row) => /^\d{17}[\dX]$/.test(row[3]));
    expect(cards.length).toBeGreaterThan(3);
    expect(cards.filter((row) => !new RegExp(`^${row[3]}[1-7][1-4]$`).test(row[7]))).toEqual([]);
  });

  it('names only villages of the county', async () => {
    const places = new Set(kazuo().townships.flatMap((t) => t.villages.map((v) => t.name + v.name)));
    const rows = (await table(paths.household)).slice(1);
    const aliased = new Set(truth.registers.household?.errors.placeAlias);
    const unknown = rows.filter((row, i) => row[9] && !aliased.has(i + 2) && !places.has(row[9].replace(/\d+组\d+号$/, '')));
    expect(unknown).toEqual([]);
  });

  it('points from truth.json to the very row: the number in an undamaged enrolment row is the household number', async () => {
    const { household, enrolment } = truth.registers;
    const [left, right] = [await table(paths.household), await table(paths.enrolment)];
    const numbers = new Map(household?.person.map((person, i) => [person, left[i + 1][2]]));
    const damaged = new Set([
      ...(enrolment?.badId ?? []),
      ...['idLowerX', 'idBlank', 'idFullWidth'].flatMap((e) => enrolment?.errors[e] ?? []),
    ]);
    const spoilt = new Set((household?.badId ?? []).map((row) => household?.person[row - 2]));
    let compared = 0;
    enrolment?.person.forEach((person, i) => {
      if (damaged.has(i + 3) || spoilt.has(person) || !numbers.has(person)) return;
      expect(right[i + 2][6]).toBe(numbers.get(person));
      compared++;
    });
    expect(compared).toBeGreaterThan(1000);
  });
});

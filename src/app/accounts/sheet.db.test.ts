import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { writeWorkbook } from '../../platform/sheets';
import { readAll } from '../../platform/sheets/testing/files';
import type { SheetRow } from './accounts-contract';
import type { Browser } from './testing/browser';
import { type Office, openOffice, PASSWORD, seedPlaces } from './testing/office';

let office: Office;
let system: Browser;
let leader: Browser;
let security: Browser;
const folder = mkdtempSync(path.join(tmpdir(), 'accounts-'));
const headers = ['登录名', '姓名', '单位', '岗位', '管理范围', '班级', '开始日期', '结束日期'];

beforeAll(async () => {
  office = await openOffice({ demo: true });
  office.house.at(new Date('2025-03-10T00:00:00Z'));
  await seedPlaces(office.house);
  const browsers: Browser[] = [];
  for (const [login, role] of [
    ['sys', 'system-admin'],
    ['lead', 'bureau-leader'],
    ['sec', 'security-admin'],
  ] as const) {
    await office.person(login, role);
    const browser = office.browser(`10.6.0.${browsers.length}`);
    await browser.signIn(login, PASSWORD);
    browsers.push(browser);
  }
  [system, leader, security] = browsers as [Browser, Browser, Browser];
});
afterEach(() => expect(office.faults.splice(0)).toEqual([]));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await office.close();
});

async function sheetOf(rows: readonly (readonly string[])[], heading = headers): Promise<Buffer> {
  const file = path.join(folder, 'sheet.xlsx');
  await writeWorkbook(file, [{ name: '账号', columns: heading.map((header) => ({ header, width: 12 })), rows }]);
  return readFileSync(file);
}

const preview = async (rows: readonly (readonly string[])[]) =>
  (await system.upload('/api/accounts/sheet', '账号.xlsx', await sheetOf(rows))).json;

const days = ['2025-03-10', '2025-07-31'] as const;
const teacher = ['wangli', '王丽', '青禾小学', '班主任', '青禾小学', '三年级2班', ...days];

it('makes the accounts of a sheet and asks for their rights, which wait for somebody else', async () => {
  const seen = await preview([
    teacher,
    ['LIMING', '李明', '青禾小学', '学籍员/学校专干', '2121900001', '', '2025/3/10', '2025年7月31日'],
    ['liming', '李明', '青禾小学', '督学/督导', '2121900001', '', ...days],
    ['zhaoxin', '赵新', '平房子镇', '', '', '', '', ''],
  ]);
  expect(seen).toMatchObject({ problems: [], newAccounts: 3, knownAccounts: 0, grants: 3, unchanged: 0 });
  expect(seen.rows[1]).toMatchObject({ row: 3, login: 'liming', fromDay: '2025-03-10', untilDay: '2025-07-31' });
  await office.trail();
  const done = (await system.post('/api/accounts/batch', { rows: seen.rows })).json;
  expect(done).toEqual({ ids: [expect.any(String), expect.any(String), expect.any(String)], newAccounts: 3, grants: 3 });
  const acts = (await office.trail()).map(({ act }) => act);
  expect(acts.sort()).toEqual([...Array(3).fill('account.create'), ...Array(3).fill('grant.ask')]);

  const { rows } = (await security.get('/api/grants?state=asked')).json;
  expect(rows).toHaveLength(3);
  const grants = rows.map(({ id, version }: { id: string; version: number }) => ({ id, version }));
  expect((await leader.post('/api/grants/approvals', { grants })).json.error.code).toBe('needs-security');
  expect((await security.post('/api/grants/approvals', { grants })).json).toEqual({ approved: 3 });

  const again = await preview([teacher]);
  expect(again).toMatchObject({ problems: [], newAccounts: 0, knownAccounts: 1, grants: 0, unchanged: 1 });
  expect((await system.post('/api/accounts/batch', { rows: again.rows })).json).toEqual({ ids: [], newAccounts: 0, grants: 0 });
});

it('prints a code for each person once, and a second print makes the first one worthless', async () => {
  const seen = await preview([
    ['sunli', '孙丽', '青禾小学', '', '', '', '', ''],
    ['gaoyang', '高阳', '青禾小学', '', '', '', '', ''],
  ]);
  const { ids } = (await system.post('/api/accounts/batch', { rows: seen.rows })).json;
  const print = async () => {
    const answer = await system.post('/api/accounts/invitations', { ids });
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('邀请码.xlsx'));
    const file = path.join(folder, 'codes.xlsx');
    writeFileSync(file, answer.raw);
    const { rows } = await readAll(file);
    return rows.slice(1).map(([, name, login, code]) => ({ name, login, code: code ?? '' }));
  };
  const [first, second] = [await print(), await print()];
  expect(second.map(({ name, login }) => [name, login]).sort()).toEqual([
    ['孙丽', 'sunli'],
    ['高阳', 'gaoyang'],
  ]);
  const look = async (code: string) => (await office.browser('10.6.1.1').post('/api/invitation/look', { code })).status;
  expect(await look(first[0]?.code ?? '')).toBe(401);
  expect(await look(second[0]?.code ?? '')).toBe(200);
});

it('says of every wrong cell where it is, what stands there and what to do', async () => {
  const columns = headers.length;
  const wrong = (change: Record<number, string>) => Array.from({ length: columns }, (_, at) => change[at] ?? `${teacher[at]}`);
  const cases: readonly (readonly [string, Record<number, string>])[] = [
    ['登录名', { 0: 'a b', 1: '甲' }],
    ['登录名', { 0: 'sys', 1: '王sys' }],
    ['姓名', { 0: 'wangli', 1: '王力' }],
    ['姓名', { 0: 'n1', 1: '' }],
    ['单位', { 0: 'n2', 2: '' }],
    ['岗位', { 0: 'n3', 3: '校工' }],
    ['岗位', { 0: 'n4', 3: '系统管理员', 4: '', 5: '' }],
    ['开始日期', { 0: 'n5', 6: '2025-02-30' }],
    ['结束日期', { 0: 'n6', 7: '2027-01-01' }],
    ['班级', { 0: 'n7', 5: '三年级9班' }],
    ['管理范围', { 0: 'n8', 3: '校长', 4: '没有的学校', 5: '' }],
  ];
  const seen = await preview(cases.map(([, change]) => wrong(change)));
  const own = { row: 3, column: '岗位', value: '班主任' };
  const found = seen.problems.map(({ row, column }: { row: number; column: string }) => [row, column]);
  for (const [at, [column]] of cases.entries()) expect(found, `row ${at + 2}`).toContainEqual([at + 2, column]);
  expect(seen.problems.filter(({ row }: { row: number }) => row !== 3)).toHaveLength(cases.length - 1);
  expect(seen.problems).toContainEqual(expect.objectContaining(own));
  for (const { zh, en } of seen.problems) expect([zh, en]).toEqual([expect.stringMatching(/。$/), expect.stringMatching(/[.]$/)]);
  const refused = await system.post('/api/accounts/batch', { rows: seen.rows });
  expect([refused.status, refused.json.error.code]).toEqual([422, 'batch-wrong']);
  expect((await system.get('/api/accounts?text=n1')).json.total).toBe(0);
});

it('takes one person with two names, and one right twice, for a mistake', async () => {
  const seen = await preview([
    ['double', '甲', '青禾小学', '校长', '青禾小学', '', ...days],
    ['double', '乙', '青禾小学', '校长', '青禾小学', '', ...days],
  ]);
  expect(seen.problems.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
    [3, '登录名'],
    [3, '岗位'],
  ]);
});

it('makes a sheet once that two send at the same moment', async () => {
  const { rows } = await preview([['once', '一次', '青禾小学', '校长', '青禾小学', '', ...days]]);
  const answers = await Promise.all(Array.from({ length: 4 }, () => system.post('/api/accounts/batch', { rows })));
  expect(answers.filter(({ json }) => json.newAccounts === 1)).toHaveLength(1);
  expect((await system.get('/api/accounts?text=once')).json.rows[0].grants).toHaveLength(1);
});

it('refuses a file that is no sheet of accounts with a sentence', async () => {
  const upload = async (content: Buffer, name = '名册.xlsx') => {
    const answer = await system.upload('/api/accounts/sheet', name, content);
    return [answer.status, answer.json.error.code];
  };
  expect(await upload(Buffer.from('PK\u0003\u0004 broken'))).toEqual([422, 'sheet-refused']);
  expect(await upload(await sheetOf([['1']], ['姓名']))).toEqual([422, 'not-accounts']);
  expect(await upload(await sheetOf([]))).toEqual([422, 'no-rows']);
  expect(await upload(Buffer.from('登录名,姓名,单位\nw,王,局\n'.repeat(2001)), '名册.csv')).toEqual([422, 'too-many-rows']);
});

it('offers a template whose own headers it reads, with every role of the work and how its place is written', async () => {
  const answer = await system.get('/api/accounts/template');
  const file = path.join(folder, 'template.xlsx');
  writeFileSync(file, answer.raw);
  const { rows: top } = await readAll(file);
  expect(top[0]).toEqual(headers);
  const { rows } = await readAll(file, { sheet: '说明' });
  expect(rows.map(([role]) => role)).toEqual(expect.arrayContaining(['班主任', '村（社区）网格员', '教育局专干']));
  expect(rows.map(([role]) => role)).not.toContain('系统管理员');
});

it('takes 2,000 lines at once', async () => {
  const rows: SheetRow[] = Array.from({ length: 2000 }, (_, at) => {
    const place = { role: '学籍员/学校专干', place: '青禾小学', inside: '', fromDay: days[0], untilDay: days[1] };
    return { row: at + 2, login: `bulk${at}`, name: '张三', unit: '青禾小学', ...place };
  });
  const begun = performance.now();
  const { json, status } = await system.post('/api/accounts/batch', { rows });
  expect([status, json.newAccounts, json.grants]).toEqual([200, 2000, 2000]);
  expect(performance.now() - begun).toBeLessThan(30_000);
});

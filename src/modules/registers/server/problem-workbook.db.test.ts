import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read as readXlsx, utils, type WorkBook, write as writeXlsx } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellText } from '../../../kernel/packed-column';
import { type Context, readAs, transact } from '../../../platform/db';
import { workbookBytes } from '../../../platform/sheets/index';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { trailOf } from '../../../platform/testing/trail';
import { kazuo } from '../../area/index';
import { seedAreas } from '../../area/server/index';
import { anOfficer, bureau, Importing } from '../testing/importing';
import { anIdNumber } from '../testing/sheets';
import { readCurrent } from './current-register';
import { handOut } from './hand-out';

let house: TestHouse;
let importing: Importing;
let folder = '';
let officer: Context;

beforeAll(async () => {
  house = await testHouse();
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2000-01-01');
    return { result: undefined, changes: [] };
  });
  importing = new Importing(house);
  officer = await anOfficer(house);
  folder = await mkdtemp(path.join(tmpdir(), 'nol-problems-'));
});
afterAll(async () => {
  await importing.stop();
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const header = '序号,姓名,性别,身份证号,出生日期,年级,班级,备注';

function pupil(at: number, change: { readonly id?: string; readonly birth?: string } = {}): string {
  const birth = `2012${String((at % 12) + 1).padStart(2, '0')}05`;
  const id = change.id ?? anIdNumber(birth, String(at * 2 + 1).padStart(3, '0'));
  return `${at + 1},学生${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${'子丑寅卯'[Math.floor(at / 10) % 4]},男,${id},${change.birth ?? birth},六年级,1班,第${at}号`;
}

/** Twelve pupils below a title that alone says the school; two of them cannot be right. */
const spoilt = [
  '公营子镇中心小学在校学生花名册,,,,,,,',
  header,
  ...Array.from({ length: 12 }, (_, at) => pupil(at, at === 3 ? { id: '2.11324E+17' } : at === 7 ? { birth: '2014/2/30' } : {})),
];

async function handed(batchId: string): Promise<WorkBook> {
  return readXlsx(await workbookBytes(await handOut(house.db, importing.house, officer, batchId)), { cellStyles: true });
}

/** Brings a workbook as a person does who has changed some of its cells. */
async function bringBack(book: WorkBook, mend: Readonly<Record<string, string>>) {
  const sheet = book.Sheets[book.SheetNames[0]];
  for (const [address, text] of Object.entries(mend)) utils.sheet_add_aoa(sheet, [[text]], { origin: address });
  const file = path.join(folder, '问题行.xlsx');
  await writeFile(file, writeXlsx(book, { type: 'buffer', bookType: 'xlsx' }));
  return importing.readFile('attending', file);
}

async function counting(): Promise<readonly string[]> {
  const current = await readAs(house.db, house.system, (trx) => readCurrent(trx, house.ring, 'attending'));
  if (!current) return [];
  const { name, idNumber, school, note } = current.register.text;
  return Array.from({ length: current.register.count }, (_, row) =>
    [name, idNumber, school, note].map((column) => (column ? cellText(column, row) : '')).join('/'),
  ).sort();
}

describe('the workbook of rows to be mended', () => {
  it('has the layout of the list, says what is wrong in front, and marks the cells; nothing of the good rows is in it', async () => {
    const read = await importing.read('attending', [{ name: '花名册.csv', lines: spoilt }], '2025-03-01', officer);
    const book = await handed(read.batchId);
    const rows: string[][] = utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1, raw: false, defval: '' });
    expect(rows[0]).toEqual(['问题', ...header.split(','), '学校（表题）', '行标识']);
    expect(rows.slice(1).map((cells) => cells.slice(1, 4))).toEqual([
      ['4', '学生丁子', '男'],
      ['8', '学生辛子', '男'],
    ]);
    expect(rows[1][0]).toMatch(/^原第 6 行。身份证号：身份证号被表格软件存成了数字/);
    const sheet = book.Sheets[book.SheetNames[0]];
    expect([sheet.E2.s?.fgColor?.rgb, sheet.F2.s?.fgColor?.rgb, sheet.F3.s?.fgColor?.rgb]).toEqual([
      'FFC7CE',
      undefined,
      'FFC7CE',
    ]);
    expect(sheet.F3.c?.[0].t).toBe('出生日期不存在，请核对后改正。应填：日历上有的日期');
  });

  it('brought back mended touches its rows alone, and nothing when nothing was mended', async () => {
    const taken = await importing.take(
      'attending',
      [{ name: '花名册.csv', lines: spoilt }],
      { badRows: 'wait' },
      '2025-03-01',
      officer,
    );
    expect(await counting()).toHaveLength(10);
    const untouched = await bringBack(await handed(taken.batchId), {});
    expect((await importing.preview(untouched.batchId)).effects).toMatchObject([
      { mode: 'mend', badRows: 'wait', before: 10, fresh: 0, changed: 0, gone: 0 },
      { mode: 'mend', badRows: 'take', before: 10, fresh: 2, changed: 0, gone: 0 },
    ]);
    const mended = await bringBack(await handed(taken.batchId), { E2: anIdNumber('20120405', '007'), F3: '2012-08-05' });
    const { effects, guards, sources } = await importing.preview(mended.batchId);
    expect([guards, sources[0].columns.filter(({ role }) => role === null)]).toEqual([[], []]);
    expect(effects).toMatchObject([{ mode: 'mend', badRows: 'take', before: 10, after: 12, fresh: 2, changed: 0, gone: 0 }]);
    await importing.commit(mended.batchId, { mode: 'mend' });
    const names = await counting();
    expect(names).toHaveLength(12);
    expect(names).toContain(`学生丁子/${anIdNumber('20120405', '007')}/公营子镇中心小学/第3号`);
    expect(new Set(names.map((name) => name.split('/')[2]))).toEqual(new Set(['公营子镇中心小学']));
  });

  it('goes to whoever brought the list, and to nobody else when it is long; each leaves a line in the trail', async () => {
    const lines = [header, ...Array.from({ length: 210 }, (_, at) => pupil(at, { id: `2113242012010${at}` }))];
    const read = await importing.read('attending', [{ name: '全错.csv', lines }], '2025-03-01', officer);
    const colleague = handOut(house.db, importing.house, asking(bureau), read.batchId);
    await expect(colleague).rejects.toMatchObject({
      code: 'too-many-to-mend',
      says: { zh: expect.stringContaining('由上传的人下载') },
    });
    const handedOut = async () =>
      (await trailOf(house, `register-batch:${read.batchId}`)).filter(({ act }) => act === 'register.problem-rows').length;
    const before = await handedOut();
    await handed(read.batchId);
    expect(await handedOut()).toBe(before + 1);
    const good = await importing.read('attending', [{ name: '好.csv', lines: [header, pupil(0)] }], '2025-03-01', officer);
    await expect(handOut(house.db, importing.house, officer, good.batchId)).rejects.toMatchObject({ code: 'nothing-to-mend' });
  });
});

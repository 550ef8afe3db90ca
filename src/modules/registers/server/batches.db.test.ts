import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellText } from '../../../kernel/packed-column';
import type { Refusal } from '../../../kernel/refusal';
import { readAs, transact } from '../../../platform/db';
import { type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { seedAreas } from '../../area/server/index';
import type { RegisterKind } from '../rules/register';
import { Importing } from '../testing/importing';
import { anIdNumber } from '../testing/sheets';
import { cancel, chooseColumns, undo } from './actions';
import { readCurrent } from './current-register';

let house: TestHouse;
let importing: Importing;

beforeAll(async () => {
  house = await testHouse();
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2000-01-01');
    return { result: undefined, changes: [] };
  });
  importing = new Importing(house);
});
afterAll(async () => {
  await importing.stop();
  await house.close();
});

const header = '姓名,性别,公民身份号码,出生日期,户号,与户主关系,乡镇,村';

/** A child of a made-up household list; the number tells which. */
function child(at: number, change: Partial<Record<'name' | 'id' | 'village', string>> = {}): string {
  const birth = `2012${String((at % 12) + 1).padStart(2, '0')}05`;
  const id = change.id ?? anIdNumber(birth, String(at * 2 + 1).padStart(3, '0'));
  const name = change.name ?? `学生${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${'子丑寅卯辰巳午未申酉'[Math.floor(at / 10) % 10]}`;
  return `${name},男,${id},${birth},${100 + at},长子,公营子镇,${change.village ?? '桥子村'}`;
}

function list(name: string, ...rows: readonly string[]) {
  return [{ name, lines: [header, ...rows] }];
}

const some = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => child(from + at));

/** Names and villages of what counts, in order. */
async function counting(kind: RegisterKind = 'household'): Promise<string[]> {
  const current = await readAs(house.db, house.system, (trx) => readCurrent(trx, house.ring, kind));
  if (!current) return [];
  const { name, village } = current.register.text;
  return Array.from({ length: current.register.count }, (_, row) =>
    [name, village].map((column) => (column ? cellText(column, row) : '')).join('/'),
  ).sort();
}

async function nothingCounts(kind: RegisterKind = 'household'): Promise<void> {
  await transact(house.db, house.system, async (trx) => {
    await trx
      .withTables<{ register_current: { kind: string } }>()
      .deleteFrom('register_current')
      .where('kind', '=', kind)
      .execute();
    return { result: undefined, changes: [] };
  });
}

async function refusalOf(doing: Promise<unknown>): Promise<Pick<Refusal, 'code' | 'says'>> {
  return doing.then(
    () => {
      throw new Error('it was done');
    },
    (error: Refusal) => error,
  );
}

describe('a list', () => {
  it('is read, looked at and taken; what counts is made of it without the file', async () => {
    await nothingCounts();
    const read = await importing.read('household', list('户籍.csv', ...some(0, 30)));
    expect([read.state, read.rows, read.errorRows]).toEqual(['previewed', 30, 0]);
    expect(await counting()).toEqual([]);
    const preview = await importing.preview(read.batchId);
    expect(preview.guards).toEqual([]);
    expect(preview.effects).toMatchObject([{ mode: 'replace', badRows: 'take', before: 0, after: 30, fresh: 30 }]);
    expect(preview.sources).toMatchObject([{ sheets: 1, firstFile: '户籍.csv' }]);
    expect(preview.sources[0].columns[2]).toMatchObject({
      header: '公民身份号码',
      role: 'idNumber',
      examples: ['2113**************'],
    });
    const taken = await importing.commit(read.batchId);
    expect([taken.state, taken.current]).toEqual(['committed', true]);
    expect(await counting()).toHaveLength(30);
    expect(importing.faults).toEqual([]);
  });

  it('that comes again changes nothing: 0 new, n unchanged', async () => {
    await nothingCounts();
    await importing.take('household', list('户籍.csv', ...some(0, 30)));
    const again = await importing.read('household', list('另一个名字.csv', ...some(0, 30).reverse()));
    const { guards, effects } = await importing.preview(again.batchId);
    expect(guards).toEqual([]);
    expect(effects[0]).toMatchObject({ fresh: 0, changed: 0, unchanged: 30, gone: 0, guards: [{ code: 'nothing-new' }] });
    const same = await importing.read('household', list('户籍.csv', ...some(0, 30)));
    expect((await importing.preview(same.batchId)).guards).toMatchObject([{ code: 'file-known', severity: 'tell' }]);
  });

  it('says what changed, in which fields, and who is new or gone', async () => {
    await nothingCounts();
    await importing.take('household', list('户籍.csv', ...some(0, 30)));
    const rows = [...some(2, 29), child(29, { village: '五家村' }), child(40)];
    const read = await importing.read('household', list('新.csv', ...rows));
    const [replace, add] = (await importing.preview(read.batchId)).effects;
    expect(replace).toMatchObject({ before: 30, after: 29, fresh: 1, changed: 1, unchanged: 27, gone: 2 });
    expect(replace.fields).toEqual([{ field: 'village', rows: 1, zh: '村（社区）', en: 'village' }]);
    expect(add).toMatchObject({ mode: 'add', before: 30, after: 31, fresh: 1, changed: 1, gone: 0 });
    await importing.commit(read.batchId, { mode: 'add' });
    expect(await counting()).toHaveLength(31);
    expect(await counting()).toContain('学生癸寅/五家');
  });

  it('in several files, in parts and overlapping, is the same as in one', async () => {
    await nothingCounts();
    const parts = [
      { name: '一.csv', lines: [header, ...some(0, 12)] },
      { name: '二.csv', lines: [header, ...some(10, 30)] },
    ];
    const read = await importing.read('household', parts);
    expect((await importing.preview(read.batchId)).guards).toMatchObject([{ code: 'files-overlap', numbers: { rows: 2 } }]);
    await importing.commit(read.batchId);
    expect(await counting()).toHaveLength(30);
    const whole = await importing.read('household', list('全.csv', ...some(0, 30)));
    expect((await importing.preview(whole.batchId)).effects[0]).toMatchObject({ fresh: 0, changed: 0, unchanged: 30, gone: 0 });
  });

  it('is undone: what counted before counts again, and only the newest can be undone', async () => {
    await nothingCounts();
    const first = await importing.take('household', list('一.csv', ...some(0, 30)));
    const before = await counting();
    const second = await importing.take('household', list('二.csv', ...some(5, 40)));
    expect(await counting()).not.toEqual(before);
    const tooEarly = await refusalOf(
      undo(house.db, house.system, first.batchId, { version: first.version, reason: '错' }, { changed: async () => undefined }),
    );
    expect(tooEarly.code).toBe('newer-first');
    await undo(
      house.db,
      house.system,
      second.batchId,
      { version: second.version, reason: '拿错了' },
      { changed: async () => undefined },
    );
    expect(await counting()).toEqual(before);
    expect((await importing.batch(second.batchId)).state).toBe('undone');
    const { version } = await importing.batch(first.batchId);
    await undo(house.db, house.system, first.batchId, { version, reason: '全部重来' }, { changed: async () => undefined });
    expect(await counting()).toEqual([]);
  });
});

describe('rows with errors', () => {
  const spoilt = child(3, { id: '2.11324E+17' });

  it('are told with their places, and wait or are taken as a person chooses', async () => {
    await nothingCounts();
    await importing.take('household', list('一.csv', ...some(0, 30)));
    const rows = [...some(0, 3), spoilt, ...some(4, 30)];
    const read = await importing.read('household', list('二.csv', ...rows));
    const preview = await importing.preview(read.batchId);
    expect([preview.rows, preview.goodRows, preview.errorRows]).toEqual([30, 29, 1]);
    expect(preview.groups).toMatchObject([
      {
        code: 'idLostDigits',
        severity: 'error',
        column: '公民身份号码',
        count: 1,
        first: [{ file: '二.csv', row: 5, value: '2.1********' }],
      },
    ]);
    expect(preview.effects.map(({ mode, badRows, changed, gone }) => [mode, badRows, changed, gone])).toEqual([
      ['replace', 'take', 1, 0],
      ['replace', 'wait', 0, 0],
      ['add', 'take', 1, 0],
      ['add', 'wait', 0, 0],
    ]);
    await importing.commit(read.batchId, { badRows: 'wait' });
    expect(await counting()).toHaveLength(30);
  });
});

describe('columns', () => {
  it('are corrected by a person, which is remembered for the next list of the same headers', async () => {
    await nothingCounts();
    const strange = (name: string) => [
      {
        name,
        lines: ['姓名,性别,甲,出生日期,户号,乡镇,村', ...some(0, 30).map((row) => row.split(',').toSpliced(5, 1).join(','))],
      },
    ];
    const read = await importing.read('household', strange('怪.csv'));
    const { sources } = await importing.preview(read.batchId);
    expect(sources[0].columns[2]).toMatchObject({ key: '甲', role: null, suggestion: 'idNumber', why: 'looks-like' });
    const said = {
      version: read.version,
      remember: true,
      sources: [{ sourceKey: sources[0].sourceKey, columns: { 甲: 'idNumber' as const } }],
    };
    await chooseColumns(house.db, importing.house, house.system, read.batchId, said);
    const again = await importing.settled(read.batchId);
    const [source] = (await importing.preview(again.batchId)).sources;
    expect(source.columns[2]).toMatchObject({ role: 'idNumber', why: 'person' });
    const next = await importing.read('household', strange('下一份.csv'));
    const [known] = (await importing.preview(next.batchId)).sources;
    expect([known.remembered, known.columns[2].role]).toEqual([true, 'idNumber']);
    const twice = {
      version: next.version,
      remember: false,
      sources: [{ sourceKey: known.sourceKey, columns: { 村: 'name' as const, 姓名: 'name' as const } }],
    };
    expect((await refusalOf(chooseColumns(house.db, importing.house, house.system, next.batchId, twice))).code).toBe(
      'same-role-twice',
    );
  });
});

describe('what speaks against a list', () => {
  it('stops it, or asks for a reason, and nothing is imported before', async () => {
    await nothingCounts();
    await importing.take('household', list('一.csv', ...some(0, 30)));
    const half = await importing.read('household', list('半.csv', ...some(0, 15)));
    const asked = await refusalOf(importing.commit(half.batchId, { reason: undefined as unknown as string }));
    expect(asked.code).toBe('reason-needed');
    expect(asked.says.zh).toContain('30 名儿童里有 15 名（50%）');
    expect(await counting()).toHaveLength(30);
    await importing.commit(half.batchId, { reason: '确实只剩这些' });
    expect(await counting()).toHaveLength(15);
    const wrong = await importing.read('household', [
      {
        name: '学籍.csv',
        lines: ['学籍接续标识,学校标识码,姓名,性别,身份证件号,入学方式', `,2121000001,张三,男,${anIdNumber()},就近入学`],
      },
    ]);
    expect((await refusalOf(importing.commit(wrong.batchId))).code).toBe('wrong-kind');
  });

  it('is a file that cannot be read: the batch says so in one sentence, under the name people gave it', async () => {
    const empty = await importing.read('household', [{ name: '空的.csv', lines: [header] }]);
    expect([empty.state, empty.refusal?.zh]).toEqual([
      'refused',
      '“空的.csv”只有表头，没有一名儿童，请确认选对了文件，或重新导出一份。',
    ]);
    const picture = await importing.read('household', [{ name: '照片.xlsx', lines: ['\x89PNG\r\n'] }]);
    expect(picture.refusal?.zh).toMatch(/^“照片.xlsx”/);
  });

  it('is another list that came meanwhile: the second is told and looked at again', async () => {
    await nothingCounts();
    await importing.take('household', list('一.csv', ...some(0, 30)));
    const [mine, theirs] = [
      await importing.read('household', list('甲.csv', ...some(0, 31))),
      await importing.read('household', list('乙.csv', ...some(0, 32))),
    ];
    await importing.commit(theirs.batchId);
    const late = await importing.commit(mine.batchId);
    expect([late.state, late.refusal?.code]).toEqual(['previewed', 'current-changed']);
    expect(await counting()).toHaveLength(32);
  });

  it('is a change by somebody else: nobody commits what he has not seen', async () => {
    await nothingCounts();
    const read = await importing.read('household', list('一.csv', ...some(0, 30)));
    expect((await refusalOf(importing.commit(read.batchId, { version: read.version + 1 }))).code).toBe('changed-meanwhile');
    await cancel(house.db, house.system, read.batchId, read.version);
    expect((await refusalOf(importing.commit(read.batchId))).code).toBe('wrong-state');
  });
});

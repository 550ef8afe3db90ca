import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OwnHouse, type Served } from './testing/own-house';
import { enrolmentRows, householdRows, idNumber, type TinyChild, tinyCounty, writeSheet } from './testing/tiny-county';

/** `nol import` beside a server that is at work: what was found is printed, and counts only where nothing speaks against it. */
describe('nol import', () => {
  const house = new OwnHouse();
  const children = tinyCounty();
  let served: Served;
  beforeAll(async () => {
    served = await house.start();
    mkdirSync(at('.'));
  }, 180_000);
  afterAll(async () => {
    await served.stop();
    await house.remove();
  });

  const at = (name: string) => path.join(house.folder, 'lists', name);
  const household = (name: string, some: readonly TinyChild[]) => writeSheet(at(name), householdRows(some));
  const bring = (file: string, ...more: string[]) =>
    house.run(['import', '--kind', 'household', '--as-of', '2025-03-01', '--file', file, ...more]);

  async function counted(): Promise<readonly Record<string, unknown>[]> {
    return house.sql("select batch_id, rows from register_batch where state = 'committed' order by 1");
  }

  async function refused(ran: () => ReturnType<typeof bring>, sentence: RegExp, printed: RegExp = /^/): Promise<void> {
    const before = await counted();
    const { code, out, err } = await ran();
    expect({ code, out, err: err.trimEnd() }).toEqual({
      code: 2,
      out: expect.stringMatching(printed),
      err: expect.stringMatching(sentence),
    });
    expect(err.trimEnd(), 'one sentence').not.toContain('\n');
    expect(await counted(), 'nothing else counts').toEqual(before);
    expect(await house.sql("select 1 from register_batch where state in ('reading', 'previewed', 'committing')")).toEqual([]);
  }

  it('only looks where that is asked, and prints what it would do', { timeout: 60_000 }, async () => {
    const { code, out } = await bring(await household('看.xlsx', children), '--check');
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/读到 40 行：可以导入 40，要改 0[\s\S]*只检查，没有导入。\n$/),
    });
    expect(await counted()).toEqual([]);
  });

  it('imports a list; the same file again has 0 new; both are in the trail', { timeout: 60_000 }, async () => {
    const file = await household('户籍.xlsx', children);
    const first = await bring(file);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/0 行变为 40 行；新增 40，更新 0，不变 0，移出 0/);
    expect(first.out).toMatch(/已导入 40 行，批次 \d\d-\d{4}-[0-9A-F]{4}。/);
    const again = await bring(file);
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toMatch(/40 行变为 40 行；新增 0，更新 0，不变 40，移出 0/);
    const lines = (where: string) => house.sql(`select 1 from audit_line where object like 'register-batch:%' and ${where}`);
    expect(await lines("act = 'register.import' and outcome = 'done'")).toHaveLength(2);
    expect((await lines("source = 'command'")).length, 'it came from the console').toBeGreaterThan(1);
  });

  it('names file, row and column of what is to be mended, and takes the other rows when told to', {
    timeout: 60_000,
  }, async () => {
    const spoilt = children.map((child, place) => (place === 4 ? { ...child, birth: '2015-02-31' } : child));
    const file = await household('有错.xlsx', spoilt);
    await refused(() => bring(file), /有 1 行要改.*--take-good-rows.*--take-all-rows/, /要改 出生日期：.*有错\.xlsx 第 6 行/);
    const { code, out } = await bring(file, '--take-good-rows', '--part');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/已导入 39 行/) });
  });

  it('takes half of the children away with a reason only', { timeout: 60_000 }, async () => {
    const file = await household('一半.xlsx', children.slice(0, 20));
    await refused(() => bring(file), /--reason/, /请先确认：.*40 名.*20 名（50%）/);
    const { code, out } = await bring(file, '--reason', '另一半已划归邻县');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/新增 0.*移出 20/) });
  });

  it('refuses rows of another county', { timeout: 60_000 }, async () => {
    const elsewhere = children.map((child, place) => {
      const id = idNumber('210102', (child.birth ?? '').replaceAll('-', ''), String(101 + place));
      return { ...child, id, village: '甲' };
    });
    const rows = householdRows(elsewhere).map((cells) => cells.map((cell) => cell.replace('公营子镇甲村', '西关街道中街社区')));
    await writeSheet(at('外县.xlsx'), rows);
    await refused(() => bring(at('外县.xlsx'), '--reason', '确认'), /不属于本县/);
  });

  it('asks about last year’s list, and says what shows it', { timeout: 60_000 }, async () => {
    const pupils = children.map((child, place) => {
      // In 2024/25 they are in the sixth grade; last year’s list has them in the fifth.
      const birth = `2013-0${(place % 8) + 1}-05`;
      return [
        '公营子镇中心小学',
        '五年级',
        '2班',
        child.name ?? '',
        birth,
        idNumber('211324', birth.replaceAll('-', ''), String(101 + place)),
      ];
    });
    await writeSheet(at('去年.xlsx'), [['学校', '年级', '班级', '姓名', '出生日期', '身份证号'], ...pupils]);
    const lastYear = () => house.run(['import', '--kind', 'attending', '--as-of', '2025-03-01', '--file', at('去年.xlsx')]);
    await refused(lastYear, /--reason/, /请先确认：.*像是 1 年前的：40 名学生里 100% 的年龄比年级大了 1 岁/);
  });

  it('refuses what is no list, another kind of list, and what was typed wrong', { timeout: 120_000 }, async () => {
    writeFileSync(at('照片.xlsx'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    await refused(() => bring(at('照片.xlsx')), /“照片\.xlsx”.*图片/);
    const [headers = [], ...rows] = enrolmentRows(children);
    await writeSheet(at('学籍.xlsx'), [[...headers, '学籍接续标识'], ...rows.map((cells) => [...cells, '否'])]);
    await refused(() => bring(at('学籍.xlsx')), /看起来是学籍名册，不是户籍名册/);
    const pupils = children.map(({ name, birth, id }) => [
      '公营子镇中心小学',
      '三年级',
      '2班',
      name ?? '',
      birth ?? '',
      id ?? '',
    ]);
    await writeSheet(at('班级.xlsx'), [['学校', '年级', '班级', '姓名', '出生日期', '身份证号'], ...pupils]);
    const classList = /“班级\.xlsx”有“学校”“年级”“班级”列，看起来是在校名册，不是户籍名册.*请改按“在校名册”导入/;
    await refused(() => bring(at('班级.xlsx'), '--reason', '确认'), classList);
    await refused(() => bring(at('没有.xlsx')), /没有文件“.*没有\.xlsx”/);
    await refused(() => bring(at('户籍.xlsx'), '--as-of', '2025-02-30'), /--as-of/);
    await refused(() => bring(at('户籍.xlsx'), '--unit', '没有的学校'), /没有叫“没有的学校”的学校/);
    await refused(() => house.run(['import', '--file', at('户籍.xlsx')]), /--kind.*household enrolment/);
  });

  it('by two at once lets each file count whole or not at all', { timeout: 120_000 }, async () => {
    const before = (await counted()).length;
    const files = [await household('甲.xlsx', children.slice(0, 22)), await household('乙.xlsx', children.slice(0, 23))];
    const ran = await Promise.all(files.map((file) => bring(file, '--reason', '确认过')));
    for (const { code, err } of ran) {
      if (code === 0) expect(err).toBe('');
      else
        expect({ code, err }).toEqual({
          code: 2,
          err: expect.stringMatching(/^没有导入：检查之后，[^\n]*又有人导入了新的一批[^\n]*\n$/),
        });
    }
    const taken = ran.filter(({ code }) => code === 0).length;
    expect(taken).toBeGreaterThan(0);
    expect((await counted()).length - before).toBe(taken);
  });
});

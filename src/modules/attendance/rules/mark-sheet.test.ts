import { describe, expect, it } from 'vitest';
import type { MarkTable } from './mark-columns';
import { isMarkHeader, readMarks } from './mark-sheet';
import { markedDays } from './marked-days';

const table = (header: readonly string[], ...lines: readonly (readonly string[])[]): MarkTable => ({
  name: 'Sheet1',
  titles: ['考勤.csv'],
  header,
  rows: lines.map((cells, at) => ({ row: at + 2, cells })),
});
const said = (sheet: MarkTable) =>
  readMarks(sheet, '2025-03').entries.map(({ name, day, session, word }) => `${name} ${day} ${session} ${word}`);

describe('a sheet of marks', () => {
  it('is known by its headers: a name, and days, or what was, or when', () => {
    const known = [
      ['序号', '姓名', '3 一', '4 二', '标记'],
      ['姓 名', '日期', '考勤情况'],
      ['班级', '学生姓名', '刷卡时间'],
    ];
    expect(known.map((header) => isMarkHeader(header, '2025-03'))).toEqual([true, true, true]);
    expect(isMarkHeader(['姓名', '性别', '年级'], '2025-03')).toBe(false);
    expect(isMarkHeader(['日期', '考勤情况'], '2025-03'), 'of nobody').toBe(false);
  });

  it('of a month says a word a day, and of empty cells nothing', () => {
    const sheet = table(
      ['序号', '姓名', '3 一', '4 二', '3月5日', '2025/3/6', '31'],
      ['1', '白小雨', '√', '×', '△', '', '到'],
      ['2', '韩冬', '○', '◇', '□', '／', '病假'],
      ['', '合计：到', '1', '1', '1', '', '1'],
    );
    expect(said(sheet)).toEqual([
      ...['白小雨 2025-03-03 am here', '白小雨 2025-03-04 am absent', '白小雨 2025-03-05 am sick', '白小雨 2025-03-31 am here'],
      ...['韩冬 2025-03-03 am personal', '韩冬 2025-03-04 am late', '韩冬 2025-03-05 am early', '韩冬 2025-03-31 am sick'],
    ]);
  });

  it('of a list says what was, of the part of the day that is named', () => {
    const sheet = table(
      ['姓名', '日期', '时段', '考勤'],
      ['白小雨', '2025-03-10', '下午', '旷课'],
      ['韩冬', '3月11日', '', '事假'],
    );
    expect(said(sheet)).toEqual(['白小雨 2025-03-10 pm absent', '韩冬 2025-03-11 am personal']);
  });

  it('of a gate says who came before noon, and who after; who went out, or at no time, did not come', () => {
    const sheet = table(
      ['姓名', '刷卡时间', '进出'],
      ['白小雨', '2025-03-10 07:41:22', '进'],
      ['韩冬', '2025/3/10 13:05', ''],
      ['韩冬', '2025-03-11', '进'],
      ['白小雨', '2025-03-11 12:01', '出校'],
    );
    expect(said(sheet)).toEqual(['白小雨 2025-03-10 am here', '韩冬 2025-03-10 pm here', '韩冬 2025-03-11 am unclear']);
    expect(readMarks(sheet, '2025-03').faults).toEqual([{ row: 4, what: 'hour', text: '2025-03-11' }]);
    const byDay = table(
      ['姓名', '日期', '签到时间'],
      ...[
        ['白小雨', '2025-03-10', '0.320833333'],
        ['韩冬', '2025-03-10', ''],
        ['李明', '2025-03-10', '14:02'],
        ['王芳', '2025-03-10', '未签到'],
      ],
    );
    expect(said(byDay), 'who has not signed in').toEqual([
      ...['白小雨 2025-03-10 am here', '李明 2025-03-10 pm here', '王芳 2025-03-10 am unclear'],
    ]);
  });

  it('names each cell that cannot be read, and guesses at none', () => {
    const sheet = table(['姓名', '日期', '考勤'], ['白小雨', '2025-02-30', '缺课'], ['韩冬', '2025-03-11', '好像来过']);
    expect(readMarks(sheet, '2025-03')).toMatchObject({
      entries: [{ name: '韩冬', day: '2025-03-11', word: 'unclear' }],
      faults: [
        { row: 2, what: 'day', text: '2025-02-30' },
        { row: 3, what: 'word', text: '好像来过' },
      ],
    });
  });
});

describe('a sheet of those who were away', () => {
  const here = (sheet: MarkTable) => readMarks(sheet, '2025-03').entries.filter(({ word }) => word === 'here');
  const shapeOf = (sheet: MarkTable) => readMarks(sheet, '2025-03').shape;

  it('is never taken for one of those who came: names and days alone say nothing, whatever they are called', () => {
    const lists = [
      table(['姓名', '日期'], ['白小雨', '2025-03-10']),
      table(['姓名', '缺课日期'], ['白小雨', '2025-03-10']),
      table(['姓名', '班级', '缺勤日期', '缺勤原因'], ['白小雨', '三年级1班', '2025-03-10', '旷课']),
      table(['姓名', '日期', '病假', '事假', '旷课'], ['白小雨', '2025-03-10', '', '', '√']),
      table(['姓名', '时间'], ['白小雨', '2025-03-10 07:31']),
      table(['姓名', '考勤时间', '未到原因'], ['白小雨', '2025-03-10 07:31', '']),
      table(['姓名', '刷卡时间', '是否缺勤'], ['白小雨', '2025-03-10 07:31', '是']),
    ];
    expect(lists.map((one) => [shapeOf(one), here(one)])).toEqual(lists.map(() => ['open', []]));
  });

  it('is not one of a gate where the file, the sheet or a title says who did not come', () => {
    const gate = table(['姓名', '刷卡时间'], ['白小雨', '2025-03-10 07:31']);
    const called = (titles: readonly string[], name = 'Sheet1') => shapeOf({ ...gate, name, titles });
    expect([called(['缺勤名单.csv']), called(['a.xlsx'], '未到'), called(['a.xlsx', '三年级1班未刷卡学生名单'])]).toEqual([
      ...['open', 'open', 'open'],
    ]);
    expect([
      called(['三月刷卡.csv']),
      called(['a.xlsx', '√ 到　× 没来　△ 病假']),
      called(['a.xlsx', '三年级1班3月考勤表']),
    ]).toEqual([...['gate', 'gate', 'gate']]);
  });

  it('says "here" of nobody: a tick there may mean either', () => {
    const ticks = table(['姓名', '3 一', '4 二'], ['白小雨', '√', '迟到']);
    const ofAway = { ...ticks, titles: ['a.xlsx', '三年级1班缺课登记表'] };
    expect(here(ticks)).toHaveLength(1);
    expect(readMarks(ofAway, '2025-03')).toMatchObject({
      entries: [{ word: 'unclear' }, { word: 'late' }],
      faults: [{ row: 2, what: 'away', text: '√' }],
    });
    const lists = [
      table(['姓名', '缺课日期', '状态'], ['白小雨', '2025-03-10', '在校']),
      table(['姓名', '日期', '缺勤类型'], ['白小雨', '2025-03-10', '√']),
      table(['姓名', '日期', '状态', '缺课原因'], ['白小雨', '2025-03-10', '正常', '家里有事']),
      table(['姓名', '日期', '状态', '缺勤类型'], ['白小雨', '2025-03-10', '正常', '旷课']),
    ];
    expect(lists.map((one) => readMarks(one, '2025-03').entries.map(({ word }) => word))).toEqual(lists.map(() => ['unclear']));
  });

  it('with a column for it says who was what, and an empty reason makes nobody away', () => {
    const list = table(
      ['姓名', '日期', '考勤', '缺课原因', '是否请假'],
      ['白小雨', '2025-03-10', '到', '', '否'],
      ['韩冬', '2025-03-10', '旷课', '没说', '否'],
      ['李明', '2025-03-10', '', '', ''],
    );
    expect(said(list)).toEqual(['白小雨 2025-03-10 am here', '韩冬 2025-03-10 am absent', '李明 2025-03-10 am unclear']);
    expect(readMarks(list, '2025-03').faults, 'named, and nothing said of it').toEqual([{ row: 4, what: 'word', text: '' }]);
  });

  it('with times says who came after noon; when somebody wrote an absence down is not when it began', () => {
    const list = table(
      ['姓名', '日期', '打卡时间', '考勤结果'],
      ['白小雨', '2025-03-10', '14:02', '正常'],
      ['韩冬', '2025-03-10', '15:30', '旷课'],
      ['李明', '2025-03-10', '07:50', '迟到'],
    );
    expect(said(list)).toEqual(['白小雨 2025-03-10 pm here', '韩冬 2025-03-10 am absent', '李明 2025-03-10 am late']);
  });
});

describe('the children of a class on the days of a sheet', () => {
  const pupils = [
    { childId: 'a', name: '白小雨' },
    { childId: 'b', name: '韩冬' },
    { childId: 'c', name: '李明' },
    { childId: 'd', name: '李明' },
  ];
  const entry = (row: number, name: string, more: object = {}) =>
    ({ row, name, day: '2025-03-10', session: 'am', word: 'absent', ...more }) as const;
  const other = (name: string) => name !== '三年级1班';

  it('are found by name, or by the mark of our own sheet where two have the same', () => {
    const entries = [entry(2, '白 小雨'), entry(3, '韩冬', { word: 'here' }), entry(4, '李明', { childId: 'd', word: 'sick' })];
    expect(markedDays(entries, pupils, other)).toEqual({
      days: [
        {
          ...{ day: '2025-03-10', session: 'am', here: ['b'] },
          marks: [
            { childId: 'a', mark: 'absent' },
            { childId: 'd', mark: 'sick' },
          ],
          unclear: [],
        },
      ],
      ...{ unplaced: [], others: 0 },
    });
  });

  it('are never taken for another child: strangers, namesakes and contradictions are named, other classes left out', () => {
    const entries = [
      ...[entry(2, '张三'), entry(3, '李明'), entry(4, '韩冬'), entry(5, '韩冬', { word: 'here' })],
      entry(6, '白小雨', { className: '三年级2班' }),
    ];
    const { days, unplaced, others } = markedDays(entries, pupils, other);
    expect(unplaced).toEqual([
      { row: 2, name: '张三', why: 'stranger' },
      { row: 3, name: '李明', why: 'namesakes' },
      { row: 5, name: '韩冬', why: 'twice' },
    ]);
    expect([days, others]).toEqual([[{ day: '2025-03-10', session: 'am', here: [], marks: [], unclear: ['b'] }], 1]);
  });
});

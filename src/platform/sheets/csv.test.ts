import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from './limits';
import { openFile } from './reader/open';
import { ownFiles, readAll, refusalOf, textsOf } from './testing/files';

const { aFile } = ownFiles();

const list = '姓名,身份证件号码\r\n张三,211324201203050011\r\n李四,211324201203050038\r\n';
const cells = [
  ['姓名', '身份证件号码'],
  ['张三', '211324201203050011'],
  ['李四', '211324201203050038'],
];
// 中 in GB18030 is D6 D0; a table of these few characters is enough to write the list in that code.
const gb: Readonly<Record<string, readonly number[]>> = {
  姓: [0xd0, 0xd5],
  名: [0xc3, 0xfb],
  身: [0xc9, 0xed],
  份: [0xb7, 0xdd],
  证: [0xd6, 0xa4],
  件: [0xbc, 0xfe],
  号: [0xba, 0xc5],
  码: [0xc2, 0xeb],
  张: [0xd5, 0xc5],
  三: [0xc8, 0xfd],
  李: [0xc0, 0xee],
  四: [0xcb, 0xc4],
  㐂: [0x81, 0x39, 0xee, 0x39],
};

function inGb18030(text: string): Buffer {
  return Buffer.from([...text].flatMap((character) => gb[character] ?? [character.charCodeAt(0)]));
}

function silently(): void {
  // Progress is looked at elsewhere.
}

describe('a .csv is read in the code it was written in', () => {
  it.each([
    ['utf-8', Buffer.from(list)],
    ['utf-8', Buffer.from(`\ufeff${list}`)],
    ['gb18030', inGb18030(list)],
    ['utf-16le', Buffer.from(`\ufeff${list.replaceAll(',', '\t')}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${list}`, 'utf16le').swap16()],
  ])('%s', async (encoding, content) => {
    const { preview, rows } = await readAll(aFile('code.csv', content));
    expect(preview.encoding).toBe(encoding);
    expect(rows).toEqual(cells);
  });

  it('knows GB18030 by the whole file, even when its first Chinese character comes after a megabyte', async () => {
    const digits = '1,2\n'.repeat(300_000);
    const { preview, rows } = await readAll(aFile('late.csv', inGb18030(`${digits}张三,李四\n`)));
    expect(preview.encoding).toBe('gb18030');
    expect(rows.at(-1)).toEqual(['张三', '李四']);
  });

  it.each([0, 1, 2])('reads UTF-8 whose characters lie across the borders of the blocks it is read in (%i)', async (shift) => {
    const rows = ['a'.repeat(shift), ...Array.from({ length: 8000 }, (_, row) => `${row % 10},${'喀'.repeat(60)}`)];
    const found = await readAll(aFile('borders.csv', rows.join('\n')), { fromRow: 2 });
    expect(found.preview.encoding).toBe('utf-8');
    expect(found.rows.map((row) => row.join(','))).toEqual(rows.slice(1));
  });

  it('says where a UTF-8 file is damaged instead of showing it as other characters', async () => {
    const content = Buffer.concat([Buffer.from('姓名,村\n'.repeat(50)), Buffer.from([0xe5, 0x96]), Buffer.from(',村\n')]);
    const refusal = await refusalOf(aFile('damaged.csv', content));
    expect(refusal.code).toBe('broken');
    expect(refusal.message).toContain('第 51 行');
  });
});

describe('the rows of a .csv', () => {
  it.each([
    ['doubled quotes', 'a,"say ""hi"""\n', [['a', 'say "hi"']]],
    [
      'delimiters and line breaks inside quotes',
      '"a,b","c\r\nd"\ne,f',
      [
        ['a,b', 'c\r\nd'],
        ['e', 'f'],
      ],
    ],
    ['a quote in the middle of a cell', 'a,5" pipe\n', [['a', '5" pipe']]],
    ['text after a closing quote', '"a"b,c\n', [['ab', 'c']]],
    [
      'semicolons',
      'a;b\nc;d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'tabs',
      'a\tb,x\nc\td\n',
      [
        ['a', 'b,x'],
        ['c', 'd'],
      ],
    ],
    ['a declared delimiter', 'sep=|\na|b\n', [['a', 'b']]],
    [
      'carriage returns alone',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'blanks around cells',
      ' a , b\t\n"  c ",d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\nc,"d"',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'rows of unequal length',
      'a,b,c\nd\n',
      [
        ['a', 'b', 'c'],
        ['d', '', ''],
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect((await readAll(aFile('rows.csv', text))).rows).toEqual(expected);
  });

  it.each(['\n', '\r\n', '\r'])(
    'are numbered as Excel shows them, empty rows counted and line breaks inside quotes not (%j)',
    async (lineEnd) => {
      const { numbers, rows } = await readAll(
        aFile('numbers.csv', `标题,${lineEnd}${lineEnd}姓名,村${lineEnd}"a${lineEnd}b",x${lineEnd},${lineEnd}c,y${lineEnd}`),
        { fromRow: 4 },
      );
      expect(rows).toEqual([
        [`a${lineEnd}b`, 'x'],
        ['c', 'y'],
      ]);
      expect(numbers).toEqual([4, 6]);
    },
  );

  it('come with the picked columns only, in the order of the pick, rows without any of them left out', async () => {
    const file = aFile('picked.csv', 'a,b,c\n1,2,3\n4,,\n,5,6\n');
    const open = await openFile(file, defaultLimits);
    const sheet = await open.read({ sheet: '', fromRow: 2, columns: [2, 1, 2] }, silently);
    expect(textsOf(sheet)).toEqual([
      ['3', '2', '3'],
      ['6', '5', '6'],
    ]);
    expect([...sheet.rowNumbers]).toEqual([2, 4]);
  });

  it('store equal cells once and keep entry 0 for the empty cell', async () => {
    const text = Array.from({ length: 5000 }, (_, row) => `${row % 3 === 0 ? '' : `村${row % 3}`},${row}`).join('\n');
    const open = await openFile(aFile('interned.csv', text), defaultLimits);
    const { columns } = await open.read({ sheet: '', fromRow: 1, columns: [0, 1] }, silently);
    expect(columns.map(({ entries }) => entries.count)).toEqual([3, 5001]);
    expect([...columns[0].codes.subarray(0, 4)]).toEqual([0, 1, 2, 0]);
  });

  it('come back as they were written, whatever the table', async () => {
    const cell = fc
      .oneof(fc.string({ maxLength: 12 }), fc.stringMatching(/^[村校张" ,;\n\r\t0-9]{0,9}$/))
      .map((text) => text.replaceAll('\u0000', ''));
    // Two filled columns, so that it is certainly a table; a third of anything.
    const row = fc.tuple(fc.constantFrom('甲', 'a', '1'), fc.constantFrom('乙', 'b'), cell);
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('\r\n', '\n', '\r'),
        async (table, lineEnd) => {
          const text = table.map((cells) => cells.map((found) => `"${found.replaceAll('"', '""')}"`).join(',')).join(lineEnd);
          const open = await openFile(aFile('random.csv', text), defaultLimits);
          const sheet = await open.read({ sheet: '', fromRow: 1, columns: [0, 1, 2] }, silently);
          expect(textsOf(sheet)).toEqual(table.map((cells) => cells.map(withoutEdgeBlanks)));
        },
      ),
      { numRuns: 300 },
    );
  });
});

function withoutEdgeBlanks(text: string): string {
  return text.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '');
}

describe('a .csv is refused', () => {
  it.each(['"e,f', '"e ""f'])('when a quote is never closed, with the row (%s)', async (cell) => {
    const refusal = await refusalOf(aFile('quote.csv', `a,b\nc,d\n${cell}\ng,h\n`));
    expect(refusal.code).toBe('broken');
    expect(refusal.message).toContain('第 3 行');
  });

  it('when a cell is too long, with its row and column', async () => {
    const refusal = await refusalOf(aFile('long.csv', `a,b\nc,${'村'.repeat(4001)}\n`));
    expect(refusal.code).toBe('cellTooLong');
    expect(refusal.message).toMatch(/第 2 行 B 列.*4000 个字/);
  });

  it('when it has too many rows or columns', async () => {
    const file = aFile('many.csv', 'a,b,c\n'.repeat(11));
    expect((await refusalOf(file, { limits: { rows: 10 } })).code).toBe('tooManyRows');
    expect((await refusalOf(file, { limits: { columns: 2 } })).code).toBe('tooManyColumns');
  });

  it('when it is a text without columns', async () => {
    expect((await refusalOf(aFile('letter.csv', '各学校：\n请于周五前上报。\n谢谢！'))).code).toBe('notASheet');
  });
});

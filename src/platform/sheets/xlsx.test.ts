import { describe, expect, it } from 'vitest';
import { cellKind } from '../../kernel/packed-column';
import { bookOf, ownFiles, readAll } from './testing/files';

const { aFile } = ownFiles();

const { text, number, date, boolean, error } = cellKind;

function rows(...inside: readonly string[]): string {
  return `<sheetData>${inside.join('')}</sheetData>`;
}

describe('the cells of an .xlsx', () => {
  it('keep what the file says they are', async () => {
    const strings =
      '<si><t>张三</t></si><si><r><t>李</t></r><r><t xml:space="preserve">四 &amp; 子</t></r><rPh><t>li</t></rPh></si>';
    const sheet = rows(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>王&#20116;</t></is></c></row>',
      '<row r="2"><c r="A2"><v>3.50</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c></row>',
      '<row r="3"><c r="A3" t="str"><f>A1&amp;"!"</f><v>张三!</v></c><c r="B3"><f>NOW()</f></c><c r="C3" t="d"><v>2012-03-05T00:00:00</v></c></row>',
      '<row r="4"><c r="A4" t="d"><v>2012-03-05T14:02:11Z</v></c></row>',
    );
    const found = await readAll(aFile('kinds.xlsx', bookOf({ sheet, strings })));
    expect(found.rows).toEqual([
      ['张三', '李四 & 子', '王五'],
      ['3.50', 'TRUE', '#N/A'],
      ['张三!', '#公式未计算', '2012-03-05'],
      ['2012-03-05 14:02', '', ''],
    ]);
    expect(found.kinds).toEqual([
      [text, text, text],
      [number, boolean, error],
      [text, error, date],
      [date, text, text],
    ]);
  });

  it('show an ID that was stored as a number just as the file wrote it', async () => {
    const sheet = rows('<row r="1"><c r="A1"><v>2.11324201203050E+17</v></c><c r="B1"><v>211324201203050000</v></c></row>');
    const found = await readAll(aFile('precision.xlsx', bookOf({ sheet })));
    expect(found.rows).toEqual([['2.11324201203050E+17', '211324201203050000']]);
    expect(found.kinds).toEqual([[number, number]]);
  });

  it('are days where their format shows a day, and numbers where it shows a time or an amount', async () => {
    const formats = ['yyyy"年"m"月"d"日"', 'h:mm', '[$-804]yyyy\\-mm;@', '0.00E+00', '#,##0"元/d"', 'm"月"', '0;d'];
    const styles = `<numFmts>${formats.map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, 14, 31, 32, 170, 171, 172, 173, 174, 175, 176].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
    const cells = Array.from({ length: 11 }, (_, style) => `<c s="${style}"><v>40973</v></c>`).join('');
    const found = await readAll(aFile('dates.xlsx', bookOf({ sheet: rows(`<row>${cells}</row>`), styles })));
    expect(found.kinds[0].map((kind) => kind === date)).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
      true,
      false,
      false,
      true,
      false,
    ]);
    expect(found.rows[0][1]).toBe('2012-03-05');
  });

  it.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['60', '60'],
    ['61', '1900-03-01'],
    ['40973.75', '2012-03-05 18:00'],
    ['40973.58472222222', '2012-03-05 14:02'],
    ['40973.0000001', '2012-03-05'],
    ['40973.9999999', '2012-03-06'],
    ['-1', '-1'],
    ['2958465', '9999-12-31'],
    ['2958466', '2958466'],
  ])('count days as Excel does: %s is %s', async (serial, day) => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    const found = await readAll(
      aFile('serial.xlsx', bookOf({ sheet: rows(`<row r="1"><c r="A1"><v>${serial}</v></c></row>`), styles })),
    );
    expect(found.rows).toEqual([[day]]);
  });

  it('count days from 1904 where the workbook says so', async () => {
    const workbook = '<workbook><workbookPr date1904="1"/><sheets><sheet name="名单" id="s1"/></sheets></workbook>';
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    const found = await readAll(
      aFile('mac.xlsx', bookOf({ sheet: rows('<row r="1"><c r="A1"><v>39511</v></c></row>'), styles, workbook })),
    );
    expect(found.rows).toEqual([['2012-03-05']]);
  });

  it('stand in the rows and columns that Excel shows, also where the file leaves the addresses out', async () => {
    const sheet = rows(
      '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row>',
      '<row><c><v>3</v></c></row>',
      '<row r="9" hidden="1"/>',
      '<row r="12"><c r="C12"><v>4</v></c></row>',
    );
    const found = await readAll(aFile('places.xlsx', bookOf({ sheet })));
    expect(found.numbers).toEqual([3, 4, 12]);
    expect(found.rows).toEqual([
      ['', '1', '2'],
      ['3', '', ''],
      ['', '', '4'],
    ]);
  });

  it('are read from XML with prefixes, comments and either kind of quotes', async () => {
    const sheet = `<x:sheetData><!-- <row> --><x:row r='2'><x:c t='str' r='A2'><x:v>a</x:v></x:c></x:row></x:sheetData>`;
    expect((await readAll(aFile('prefix.xlsx', bookOf({ sheet })))).rows).toEqual([['a']]);
  });

  it('have the escapes of Excel resolved', async () => {
    const sheet = rows('<row r="1"><c r="A1" t="str"><v>a_x000D_b</v></c><c r="B1" t="str"><v>_x005F_x000D_</v></c></row>');
    expect((await readAll(aFile('escapes.xlsx', bookOf({ sheet })))).rows).toEqual([['a\rb', '_x000D_']]);
  });
});

describe('the preview of an .xlsx', () => {
  const workbook =
    '<workbook><sheets><sheet name="名单" id="s1"/><sheet name="藏" state="veryHidden" id="s2"/></sheets></workbook>';
  const second = {
    name: 'xl/worksheets/sheet2.xml',
    data: `<worksheet>${rows('<row r="7"><c r="A7"><v>8</v></c></row>')}</worksheet>`,
  };

  it('shows the top of each sheet with its merged ranges, hidden columns and whether it is hidden', async () => {
    const many = Array.from({ length: 100 }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${row}</v></c></row>`);
    const sheet = `<cols><col min="2" max="3" hidden="1"/><col min="5" max="16384" hidden="true"/></cols>${rows(...many)}<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B90:B91"/></mergeCells>`;
    const { preview } = await readAll(aFile('preview.xlsx', bookOf({ sheet, workbook, more: [second] })), {
      limits: { columns: 6 },
    });
    expect(preview.sheets.map(({ name, hidden, rows: top }) => [name, hidden, top.length])).toEqual([
      ['名单', false, 60],
      ['藏', true, 1],
    ]);
    expect(preview.sheets[0].merges).toEqual([{ row: 1, column: 0, lastRow: 1, lastColumn: 2 }]);
    expect(preview.sheets[0].hiddenColumns).toEqual([1, 2, 4, 5]);
  });

  it('lets any of the sheets be read', async () => {
    const file = aFile(
      'second.xlsx',
      bookOf({ sheet: rows('<row r="1"><c r="A1"><v>1</v></c></row>'), workbook, more: [second] }),
    );
    const found = await readAll(file, { sheet: '藏' });
    expect([found.rows, found.numbers]).toEqual([[['8']], [7]]);
  });
});

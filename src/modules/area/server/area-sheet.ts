import { cellText } from '../../../kernel/packed-column';
import { Refusal } from '../../../kernel/refusal';
import type { Upload } from '../../../platform/http';
import { readUploaded, type SheetOut, type SheetPick, type SheetPreview } from '../../../platform/sheets/index';
import { AreaTableText } from '../contract';
import { areaColumns, areaHeaders, areaTableRows, areaText } from '../rules/area-table';
import type { Area } from '../rules/area-tree';

type Top = { readonly row: number; readonly cells: readonly string[]; readonly pick: SheetPick };

/**
 * The table of places in a file from an office, as the text that is looked at and imported; rows keep their numbers. A Refusal
 * when no sheet has the headers, or one is far longer than the table of a county.
 */
export async function readAreaSheet(upload: Upload): Promise<{ readonly text: string }> {
  let top: Top | undefined;
  const [sheet] = await readUploaded(upload, ({ sheets }) => {
    top = topOf(sheets);
    if (top === undefined) throw noHeader(upload.name);
    return [top.pick];
  });
  if (top === undefined || sheet === undefined) throw new Error('the reader answered without asking what to read');
  const { row, cells } = top;
  const lines = [...sheet.rowNumbers].map((number, at) => ({
    row: number,
    cells: sheet.columns.map((column) => cellText(column, at)),
  }));
  const table = AreaTableText.safeParse({ text: areaText([{ row, cells }, ...lines]) });
  if (!table.success) throw tooLong(upload.name);
  return table.data;
}

/** The table of the places as they are; codes are text, which no spreadsheet shortens. */
export function areaSheet(areas: readonly Area[]): SheetOut {
  return { name: '行政区划', columns: columnsOf(areaHeaders), rows: areaTableRows(areas) };
}

/** A sheet to fill in for a county, and beside it how each column is filled in, with an example of each level. */
export function areaTemplate(countyCode: string): readonly SheetOut[] {
  const [code, name, otherNames] = areaHeaders;
  const help = columnsOf(['列', '怎么填', '例：本县', '例：乡镇', '例：村']);
  return [
    { name: '行政区划', columns: columnsOf(areaHeaders), rows: [] },
    {
      name: '填写说明',
      columns: help,
      rows: [
        [
          code,
          '统计用区划代码：县 6 位、乡镇 9 位、村 12 位，后面补 0 到 12 位也可以。这一列已设为文本。',
          ...['000000', '101000', '101200'].map((below) => `${countyCode}${below}`),
        ],
        [name, '现在的名称。', '示例县', '示例镇', '示例村'],
        [otherNames, '旧名和别的写法，几个之间用“、”隔开；没有就空着。', '', '示例乡', '示例大队、示例村委会'],
        ['', '一行一个区划，要有本县、全部乡镇、全部村；每个村所属的乡镇也要有一行。', '', '', ''],
      ],
    },
  ];
}

/** The first sheet with a row of headers; sheets that are not shown come last. */
function topOf(sheets: readonly SheetPreview[]): Top | undefined {
  for (const { name, rows } of sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden))) {
    for (const { row, cells } of rows) {
      const texts = cells.map(({ text }) => text.trim());
      const found = areaColumns(texts);
      if (found === undefined) continue;
      const columns = [found.code, found.name, found.otherNames].filter((column) => column >= 0);
      return { row, cells: columns.map((column) => texts[column] ?? ''), pick: { sheet: name, fromRow: row + 1, columns } };
    }
  }
  return undefined;
}

function columnsOf(headers: readonly string[]): SheetOut['columns'] {
  return headers.map((header) => ({ header, width: header === '怎么填' ? 44 : 22, wrap: header === '怎么填' }));
}

function noHeader(file: string): Refusal {
  return new Refusal('unprocessable', 'no-header', {
    zh: `没有读：“${file}”里没有写着“区划代码”和“名称”的表头。请选区划表，或下载模板填好再选。`,
    en: `Not read: "${file}" has no headers 区划代码 and 名称. Choose a table of places, or download the template and fill it in.`,
  });
}

function tooLong(file: string): Refusal {
  return new Refusal('unprocessable', 'too-long', {
    zh: `没有读：“${file}”太长，不像一个县的区划表。请删去表下面的空行和多余内容再选。`,
    en: `Not read: "${file}" is too long for the table of one county. Delete empty rows and whatever else is below the table.`,
  });
}

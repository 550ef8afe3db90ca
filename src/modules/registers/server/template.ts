import { type SheetOut, workbookBytes } from '../../../platform/sheets/index';
import type { RegisterKind } from '../rules/register';
import { kindWords } from '../words';
import { codeLists } from './code-lists';
import { templateColumns } from './template-columns';

/** The template of a list as the bytes of a workbook, and what it is called. `townships` are the county's own. */
export async function templateOf(
  kind: RegisterKind,
  townships: readonly string[],
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  return { name: `${kindWords[kind].zh}模板.xlsx`, bytes: await workbookBytes([listSheet(kind, townships), helpSheet(kind)]) };
}

/** The mark of a row that the reader steps over: a sample and no child. */
const exampleMark = '示例（导入时跳过）';

function listSheet(kind: RegisterKind, townships: readonly string[]): SheetOut {
  const columns = templateColumns[kind];
  const lists = { ...codeLists, townships };
  return {
    name: kindWords[kind].zh,
    columns: [
      { header: '序号', width: 10 },
      ...columns.map(({ header, need, choices }) => ({
        header: need === '必填' ? `*${header}` : header,
        width: Math.max(10, header.length * 2 + 4, /号码?$|证/.test(header) ? 22 : 0),
        ...(choices === undefined ? {} : { choices: lists[choices] }),
      })),
    ],
    rows: [[exampleMark, ...columns.map(({ example }) => example)]],
  };
}

function helpSheet(kind: RegisterKind): SheetOut {
  const rules = [
    ['一行一名儿童；不要合并单元格，不要改列名；列的顺序可以变，可以多出别的列。'],
    ['带 * 的列必填。身份证号、学籍号、电话都按文本填写；从别处复制时请用“只粘贴值”。'],
    ['第 2 行是示例，导入时自动跳过，可以删掉。有下拉列表的列也可以直接写字。'],
    ['原来系统导出的表不用改成这个样子，可以直接导入，程序按列名识别。'],
  ];
  const columns = templateColumns[kind].map(({ header, need, how, example }) => [header, need, how, example]);
  return {
    name: '填写说明',
    columns: [
      { header: '怎么填', width: 30, wrap: true },
      { header: '是否必填', width: 10 },
      { header: '说明', width: 44, wrap: true },
      { header: '例子', width: 26 },
    ],
    rows: [...rules, ...columns],
  };
}

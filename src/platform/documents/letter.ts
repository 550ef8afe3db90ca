import { AlignmentType, BorderStyle, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { FileAnswer } from '../http';

/** A letter as offices write it (党政机关公文格式 GB/T 9704-2012): title, number, addressee, text, a table, who signs and when. */
export type Letter = {
  readonly title: string;
  readonly number: string;
  readonly to: string;
  readonly paragraphs: readonly string[];
  readonly table: { readonly says: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly closing: readonly string[];
  readonly signed: string;
  readonly day: string;
};

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Half points: 二号 for the title, 三号 for the text, 小四 in tables, as the standard has them. */
const sizes = { title: 44, text: 32, table: 24 } as const;
/** Fonts that every office here has; the program itself carries none of them. */
const fonts = { title: '方正小标宋简体', text: '仿宋' } as const;
/** Twentieths of a point: 28 points between lines, and two letters before a paragraph. */
const lines = { line: 560, indent: 640 } as const;
/** Twentieths of a point, A4 with the margins of the standard. */
const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 },
} as const;

/** The letter as a .docx that the office may still change before it is printed. */
export async function letterFile(name: string, letter: Letter): Promise<FileAnswer> {
  const document = new Document({
    title: letter.title,
    creator: letter.signed,
    styles: { default: { document: { run: { font: fonts.text, size: sizes.text } } } },
    sections: [{ properties: { page }, children: bodyOf(letter) }],
  });
  return { name, mediaType: wordType, body: await Packer.toBuffer(document) };
}

function bodyOf({ title, number, to, paragraphs, table, closing, signed, day }: Letter): (Paragraph | Table)[] {
  return [
    text(title, { alignment: AlignmentType.CENTER, font: fonts.title, size: sizes.title }),
    text(number, { alignment: AlignmentType.CENTER }),
    text(''),
    text(to),
    ...paragraphs.map((one) => text(one, { indent: true })),
    ...(table.rows.length === 0 ? [] : [text(table.says, { indent: true }), tableOf(table)]),
    ...closing.map((one) => text(one, { indent: true })),
    text(''),
    text(signed, { alignment: AlignmentType.RIGHT }),
    text(day, { alignment: AlignmentType.RIGHT }),
  ];
}

type Look = {
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly font?: string;
  readonly size?: number;
  readonly indent?: boolean;
};

function text(says: string, { alignment = AlignmentType.LEFT, font = fonts.text, size = sizes.text, indent = false }: Look = {}) {
  return new Paragraph({
    alignment,
    spacing: { line: lines.line, lineRule: 'exact' },
    ...(indent ? { indent: { firstLine: lines.indent } } : {}),
    children: [new TextRun({ text: says, font, size })],
  });
}

function tableOf({ head, rows }: Letter['table']): Table {
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  const cell = (says: string) =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun({ text: says, size: sizes.table })] })] });
  const row = (cells: readonly string[], tableHeader = false) =>
    new TableRow({ tableHeader, cantSplit: true, children: cells.map(cell) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border },
    rows: [row(head, true), ...rows.map((cells) => row(cells))],
  });
}

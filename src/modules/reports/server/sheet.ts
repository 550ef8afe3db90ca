import { minuteOf } from '../../../platform/clock';
import { type SheetOut, workbookBytes } from '../../../platform/sheets/index';
import type { LedgerColumn } from '../rules/layouts';
import type { Ledger } from '../rules/ledgers';
import { purposes } from '../rules/purposes';
import { ledgerWords } from '../words';
import type { ExportRecord } from './tables';

/** What a sheet says of itself: who took out what, when, for what, and who let it out. */
export type SheetFace = Pick<ExportRecord, 'number' | 'ledger' | 'purpose' | 'purpose_text' | 'receiver'> & {
  readonly day: string;
  readonly rows: number;
  readonly by: { readonly name: string; readonly unit: string };
  readonly approvedBy?: string | undefined;
  readonly at: Date;
};

type Writing = { readonly signal?: AbortSignal; readonly onProgress?: (rows: number) => void };

/** The workbook of a ledger, its face on top of the list and at the head of each printed page. Every cell is text (SEC-17). */
export async function ledgerWorkbook(
  face: SheetFace,
  columns: readonly LedgerColumn[],
  rows: SheetOut['rows'],
  writing: Writing = {},
): Promise<Buffer> {
  const sheet: SheetOut = {
    name: ledgerWords[face.ledger].zh,
    top: faceLines(face),
    paper: `内部资料 ${face.number} ${face.by.unit} ${face.by.name} ${minuteOf(face.at)}`,
    columns: columns.map(({ header, width }) => ({ header, width })),
    rows,
  };
  return workbookBytes([sheet], writing);
}

/** What a file is called; it names no child, and no school (PRV-04). */
export function fileName(ledger: Ledger, day: string, number: string): string {
  return `${ledgerWords[ledger].zh}_${day}_${number}`;
}

function faceLines(face: SheetFace): readonly string[] {
  const { by } = face;
  const approved = face.approvedBy ? `　批准人：${face.approvedBy}` : '';
  const purpose = [purposes[face.purpose].says.zh, face.purpose_text].filter((text) => text !== '').join('，');
  return [
    `${ledgerWords[face.ledger].zh}（统计日 ${face.day}，共 ${face.rows} 人）`,
    `导出编号：${face.number}　导出人：${by.name}（${by.unit}）${approved}　导出时间：${minuteOf(face.at)}`,
    `用途：${purpose}　接收：${face.receiver}`,
    '内含未成年人个人信息，只用于上述用途，不得转发、公开；用完请删除或交回。',
  ];
}

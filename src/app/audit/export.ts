import type { z } from 'zod';
import { Refusal } from '../../kernel/refusal';
import { type LookedLine, listLines } from '../../platform/access/trail/look-store';
import { dayOf } from '../../platform/clock';
import { type Context, type Db, type ReadTrx, transact } from '../../platform/db';
import type { FileAnswer } from '../../platform/http';
import { type SheetOut, workbookFile } from '../../platform/sheets';
import type { ExportAsk, LineView } from './audit-contract';
import { type LineWords, lineViews } from './line-views';
import { filterOf } from './looking';

/** What a sheet program still opens at once, and what fits in memory here; more is exported by shorter stretches of days. */
const LINES_AT_MOST = 50_000;
/** The names of so many lines are looked up at once. */
const AT_ONCE = 2000;
const CHINA_MS = 8 * 3_600_000;

/** The lines that fit as a file, the newest first; leaves a line of its own. A Refusal when there are too many, or none. */
export async function exportTrail(
  db: Db,
  context: Context,
  { form, reason, ...asked }: z.output<typeof ExportAsk>,
  words: LineWords,
): Promise<FileAnswer> {
  const { lines, views } = await transact(db, context, async (trx) => {
    const found = await listLines(trx, await filterOf(trx, asked), null, LINES_AT_MOST + 1);
    if (found.length > LINES_AT_MOST) throw tooMany();
    if (found.length === 0) throw nothing();
    const result = { lines: found, views: form === 'xlsx' ? await allViews(trx, found, words) : [] };
    // What was looked for may be a person's name, so only that something was is kept.
    const narrowed = Object.entries(asked).flatMap(([key, value]) => (value === '' || value === undefined ? [] : [key]));
    const detail = { form, lines: found.length, narrowed };
    return { result, changes: [{ act: 'audit.export', object: 'trail:all', reason, detail }] };
  });
  const name = `审计记录-${dayOf(db.now())}`;
  if (form === 'xlsx') return workbookFile(`${name}.xlsx`, [sheetOf(lines, views)]);
  const body = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return { name: `${name}.jsonl`, mediaType: 'application/x-ndjson', body };
}

async function allViews(trx: ReadTrx, lines: readonly LookedLine[], words: LineWords): Promise<readonly LineView[]> {
  const views: LineView[] = [];
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    views.push(...(await lineViews(trx, lines.slice(from, from + AT_ONCE), words)));
  }
  return views;
}

function sheetOf(lines: readonly LookedLine[], views: readonly LineView[]): SheetOut {
  const widths = [20, 12, 16, 24, 18, 22, 32, 8, 28, 40, 12];
  const headers = ['时间', '姓名', '登录名', '单位', '来源', '操作', '对象', '结果', '理由', '内容', '记录号'];
  const rows = views.map((view, place) => {
    const { who, says, object, outcome, reason, source } = view;
    const detail = lines[place]?.detail;
    return [
      ...[
        chinaTime(view.at),
        who?.name ?? (/[.:]/.test(source) ? '未登录的人' : '系统'),
        who?.login ?? '',
        who?.unit ?? '',
        source,
        says.zh,
      ],
      ...[[object.kind.zh, object.label].filter((part) => part !== '').join(' '), outcome === 'done' ? '完成' : '拒绝'],
      ...[reason?.zh ?? '', detail === null ? '' : JSON.stringify(detail), view.id],
    ];
  });
  return { name: '审计记录', columns: headers.map((header, at) => ({ header, width: widths[at] ?? 12 })), rows };
}

function chinaTime(moment: string): string {
  return new Date(Date.parse(moment) + CHINA_MS).toISOString().slice(0, 19).replace('T', ' ');
}

function tooMany(): Refusal {
  return new Refusal('unprocessable', 'too-many-lines', {
    zh: `没有导出：符合条件的超过 ${LINES_AT_MOST} 条。请把日期分成几段，一段一段导出。`,
    en: `Not exported: more than ${LINES_AT_MOST} lines fit. Split the days into shorter stretches and export one after the other.`,
  });
}

function nothing(): Refusal {
  return new Refusal('unprocessable', 'no-lines', {
    zh: '没有导出：没有符合条件的记录。请放宽条件再试。',
    en: 'Not exported: nothing fits these conditions. Widen them and try again.',
  });
}

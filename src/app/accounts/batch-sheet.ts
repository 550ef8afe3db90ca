import { cellText } from '../../kernel/packed-column';
import { Refusal } from '../../kernel/refusal';
import { roleFacts, roleNames } from '../../platform/access';
import type { BatchRow } from '../../platform/access/people/batch-rules';
import type { MadeInvitation } from '../../platform/access/people/invitations';
import type { Upload } from '../../platform/http';
import { readUploaded, type SheetOut, type SheetPick, type SheetPreview } from '../../platform/sheets';

type Column = Exclude<keyof BatchRow, 'row'>;

/** The columns of a sheet of accounts, by the header people see. */
const columns = [
  { key: 'login', header: '登录名', width: 18 },
  { key: 'name', header: '姓名', width: 14 },
  { key: 'unit', header: '单位', width: 28 },
  { key: 'role', header: '岗位', width: 20 },
  { key: 'place', header: '管理范围', width: 28 },
  { key: 'inside', header: '班级', width: 16 },
  { key: 'fromDay', header: '开始日期', width: 14 },
  { key: 'untilDay', header: '结束日期', width: 14 },
] as const satisfies readonly { key: Column; header: string; width: number }[];

/** What a line must have: a right may come later, a person not. */
const needed: readonly Column[] = ['login', 'name', 'unit'];

/** So many people a sheet: more are given in several, by school or township. */
const ROWS_AT_MOST = 2000;

/** What a column is called in a sheet. */
export function headerOf(column: string): string {
  return columns.find(({ key }) => key === column)?.header ?? column;
}

/** The lines of an uploaded sheet; a Refusal when it is not one of accounts, or holds too many. */
export async function readBatchSheet(upload: Upload): Promise<readonly BatchRow[]> {
  let found: readonly (Column | null)[] = [];
  const [sheet] = await readUploaded(upload, (preview) => {
    const top = topOf(preview);
    if (top === null) throw notASheetOfAccounts();
    found = top.keys;
    return [top.pick];
  });
  if (sheet === undefined || sheet.rowNumbers.length === 0) throw emptySheet();
  if (sheet.rowNumbers.length > ROWS_AT_MOST) throw tooManyRows(sheet.rowNumbers.length);
  return [...sheet.rowNumbers].map((row, at) => {
    const cells = new Map(found.map((key, column) => [key, cellAt(sheet.columns[column], at)]));
    const of = (key: Column) => cells.get(key) ?? '';
    return {
      row,
      login: of('login'),
      name: of('name'),
      unit: of('unit'),
      role: of('role'),
      place: of('place'),
      inside: of('inside'),
      fromDay: of('fromDay'),
      untilDay: of('untilDay'),
    };
  });
}

/** An empty sheet to fill in, and a page that says how. */
export function batchTemplate(): readonly SheetOut[] {
  const rows = [...roleNames]
    .filter((role) => !roleFacts(role).administrator)
    .map((role) => {
      const { says, tree, depth } = roleFacts(role);
      return [says.zh, placeHelp[tree][depth - 1] ?? '', depth === 3 && tree === 'school' ? '三年级2班' : ''];
    });
  return [
    { name: '账号', columns: columns.map(({ header, width }) => ({ header, width })), rows: [] },
    {
      name: '说明',
      columns: [
        { header: '岗位', width: 24 },
        { header: '管理范围怎样填', width: 60, wrap: true },
        { header: '班级怎样填', width: 20 },
      ],
      rows: [
        ...rows,
        ['', '每人一行；一个人有几项岗位就写几行，登录名、姓名、单位写成一样。', ''],
        ['', '日期写成 2025-09-01，结束日当天还有效，最长 400 天。', ''],
        [
          '',
          '岗位可以先空着：只建账号，以后再授权。例：wangli、王丽、某某小学、班主任、某某小学、三年级2班、2025-09-01、2026-07-31',
          '',
        ],
      ],
    },
  ];
}

/** A line to hand to each person: whom it is for and the code, which is nowhere else. */
export function invitationSheet(
  invited: readonly (MadeInvitation & { readonly login: string; readonly name: string; readonly unit: string })[],
): readonly SheetOut[] {
  const headers = [
    { header: '单位', width: 28 },
    { header: '姓名', width: 14 },
    { header: '登录名', width: 18 },
    { header: '邀请码', width: 26 },
    { header: '有效期至', width: 14 },
    { header: '怎样用', width: 60, wrap: true },
  ];
  const how = '打开系统的登录页，点“我有邀请码”，输入邀请码，自己设一个密码。邀请码只能用一次，请勿转发。';
  const rows = [...invited]
    .sort((a, b) => a.unit.localeCompare(b.unit, 'zh') || a.name.localeCompare(b.name, 'zh'))
    .map(({ unit, name, login, code, expiresAt }) => [unit, name, login, code, expiresAt.toISOString().slice(0, 10), how]);
  return [{ name: '邀请码', columns: headers, rows }];
}

const placeHelp = {
  county: ['不填（全县）'],
  area: ['', '乡镇代码（9 位）或名称', '村（社区）代码（12 位）或名称；名称有重复时写代码'],
  school: ['', '学校标识码或学校全称', '学校标识码或学校全称'],
} as const;

function topOf(preview: {
  readonly sheets: readonly SheetPreview[];
}): { pick: SheetPick; keys: readonly (Column | null)[] } | null {
  for (const sheet of preview.sheets) {
    for (const { row, cells } of sheet.rows) {
      const keys = cells.map(({ text }) => columns.find(({ header }) => header === text.trim())?.key ?? null);
      if (!needed.every((key) => keys.includes(key))) continue;
      const picked = keys.flatMap((key, column) => (key === null ? [] : [{ key, column }]));
      const pick = { sheet: sheet.name, fromRow: row + 1, columns: picked.map(({ column }) => column) };
      return { pick, keys: picked.map(({ key }) => key) };
    }
  }
  return null;
}

function cellAt(column: Parameters<typeof cellText>[0] | undefined, row: number): string {
  return column === undefined ? '' : cellText(column, row);
}

function notASheetOfAccounts(): Refusal {
  return new Refusal('unprocessable', 'not-accounts', {
    zh: '没有读：表里没有“登录名、姓名、单位”这一行表头。请下载模板，照着填好再上传。',
    en: 'Not read: there is no line of headers 登录名, 姓名, 单位. Download the template, fill it in and upload it.',
  });
}

function emptySheet(): Refusal {
  return new Refusal('unprocessable', 'no-rows', {
    zh: '没有读：表头下面没有内容。请填好再上传。',
    en: 'Not read: there is nothing below the headers. Fill it in and upload it again.',
  });
}

function tooManyRows(count: number): Refusal {
  return new Refusal('unprocessable', 'too-many-rows', {
    zh: `没有读：表里有 ${count} 行，一次最多 ${ROWS_AT_MOST} 行。请按学校或乡镇分成几个表。`,
    en: `Not read: there are ${count} rows, and ${ROWS_AT_MOST} are taken at once. Split the sheet by school or township.`,
  });
}

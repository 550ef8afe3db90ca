import type { FileAnswer } from '../../../platform/http';
import { type SheetOut, workbookFile } from '../../../platform/sheets/index';
import { itemStateSays, kindSays, ownerSays, reasonSays } from '../said';
import type { FrozenContent } from './account-store';
import type { StoredItem } from './item-store';

/** What goes into the workbook of a school and month. */
type Taken = {
  readonly content: FrozenContent;
  readonly short: string;
  readonly items: readonly StoredItem[];
  /** how often something was done about each */ readonly steps: ReadonlyMap<string, number>;
  readonly by: { readonly name: string; readonly at: Date };
};

/** Account and list as sheets, by the layouts of formats.md §3.3; numbers of children are on neither. */
export async function checkWorkbook(taken: Taken): Promise<FileAnswer> {
  const { number } = taken.content;
  return workbookFile(`月核账单_${number}.xlsx`, [accountSheet(taken), listSheet(taken)]);
}

const accountColumns = [
  ...(['核查月份', '学校标识码', '学校', '年级', '班级', '学籍系统在籍数', '班级实有人数', '在籍在校'] as const),
  ...(['在籍不在校', '在校不在籍', '请假（病/事）', '休学', '送教上门', '转出在途', '转入在途', '疑似辍学', '辍学'] as const),
  ...(['核查人（班主任）', '核查日期', '学籍管理员复核', '校长签字'] as const),
];

function accountSheet(taken: Taken): SheetOut {
  const { content } = taken;
  const rows = content.classes.map(({ name, grade, sums, signedBy, signedAt, checkedBy }) => [
    ...[content.month, content.schoolCode, content.school, grade, name],
    ...[sums.registered, sums.attending, sums.both, sums.absent, sums.extra, sums.leave, sums.suspended, sums.homeTeaching],
    ...[sums.leaving, sums.arriving, sums.suspected, sums.dropout],
    ...[signedBy, chinaTime(signedAt).slice(0, 10), checkedBy, content.signedBy],
  ]);
  return {
    ...face('月核台账', taken),
    columns: accountColumns.map((header, at) => ({
      header,
      width: at === 2 ? 22 : 11,
      ...(at >= 5 && at <= 16 ? { kind: 'integer' as const } : {}),
    })),
    rows,
  };
}

const listColumns = [
  ...(['序号', '姓名', '班级', '差异类型', '归类', '去向/实际就读学校', '已采取措施', '责任人', '整改时限', '状态'] as const),
  ...(['销号日期', '首次发现'] as const),
];

function listSheet(taken: Taken): SheetOut {
  const { content, items, steps } = taken;
  const names = new Map(content.classes.map(({ classId, name }) => [classId, name]));
  const rows = items.map((item, at) => [
    ...[at + 1, item.name, names.get(item.class_path.split('/')[2] ?? '') ?? '', kindSays[item.kind].zh],
    ...[reasonSays[item.reason].zh, item.elsewhere, `记录 ${steps.get(item.item_id) ?? 0} 次`, ownerSays[item.owner].zh],
    ...[item.due_day, itemStateSays[item.state].zh, item.closed_day, item.first_month],
  ]);
  return {
    ...face('差异清单', taken),
    columns: listColumns.map((header, at) => ({
      header,
      width: at === 5 ? 22 : 12,
      ...(at === 0 ? { kind: 'integer' as const } : {}),
    })),
    rows,
  };
}

function face(name: string, { content, short, by }: Taken): Pick<SheetOut, 'name' | 'top' | 'paper'> {
  const missing = content.missing.length > 0 ? `　缺 ${content.missing.length} 班：${content.missing.join('、')}` : '';
  return {
    name,
    top: [
      `${content.school} ${content.month} ${name}（核对日 ${content.day}）${missing}`,
      `编号：${content.number}　封签：${short}　校长：${content.signedBy}　签字时间：${chinaTime(content.signedAt)}`,
      ...(content.reason === '' ? [] : [`说明：${content.reason}`]),
      '内含未成年人个人信息，只用于本校学籍核对，不得转发、公开。',
    ],
    paper: `内部资料 ${content.number} ${by.name} ${chinaTime(by.at.toISOString())}`,
  };
}

/** 2025-03-20 09:00 in China, wherever the machine stands. */
function chinaTime(moment: string): string {
  return new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

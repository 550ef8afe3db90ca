import type { CellOut, ColumnOut, SheetOut } from '../../../platform/sheets/index';
import type { LeaveLine, LeavesQuery, LeavesView } from '../contract';
import { kindSays, listSays, phaseNames } from '../said';

/** Who takes the list out, and when (China's clock). */
type Taker = { readonly name: string; readonly at: string };

const columns: readonly ColumnOut[] = [
  { header: '序号', width: 6 },
  { header: '姓名', width: 12 },
  { header: '学校', width: 24 },
  { header: '班级', width: 14 },
  { header: '类别', width: 8 },
  { header: '从', width: 16 },
  { header: '到', width: 16 },
  { header: '上课日', width: 8 },
  { header: '谁批', width: 8 },
  { header: '情况', width: 12 },
  { header: '超期天数', width: 10 },
  { header: '返校日', width: 12 },
];

/** A list of leaves as a sheet, for paper as well; sheets go to offices here and are in Chinese. */
export function leaveSheet(view: LeavesView, phase: LeavesQuery['phase'], taker: Taker): SheetOut {
  const left = view.total - view.rows.length;
  const more = left > 0 ? [`共 ${view.total} 张，本表只列前 ${view.rows.length} 张，其余请筛选后再导出。`] : [];
  return {
    name: '假条',
    top: [
      `假条名单：${listSays[phase].zh}（${view.today}，${view.rows.length} 张）`,
      `导出人：${taker.name}　导出时间：${taker.at}　请假原因只在学校看，不在本表`,
      ...more,
    ],
    paper: `内部资料 假条名单 ${taker.name} ${taker.at}`,
    columns,
    rows: view.rows.map(rowOf),
  };
}

function rowOf(leave: LeaveLine, at: number): readonly CellOut[] {
  const late = leave.phase === 'overdue' ? String(leave.lateDays) : '';
  return [
    ...[String(at + 1), leave.name, leave.school, leave.className, kindSays[leave.kind].zh],
    ...[slot(leave.fromDay, leave.fromHalf === 'pm' ? '下午' : ''), slot(leave.untilDay, leave.untilHalf === 'am' ? '上午' : '')],
    ...[String(leave.days), leave.level === 'school' ? '学校' : '班主任', phaseNames[leave.phase].zh, late, leave.backDay ?? ''],
  ];
}

function slot(day: string, half: string): string {
  return `${day}${half}`;
}

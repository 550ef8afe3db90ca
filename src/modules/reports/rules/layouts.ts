import type { Ledger } from './ledgers';

/** Classes of what is known of a child: F1 who it is, F2 contact, F3 numbers, F4 special situation. */
export type FieldClass = 'F1' | 'F2' | 'F3' | 'F4';

/** One column of a ledger: its header in the county's layout, the class of what stands in it, its width in characters. */
export type LedgerColumn = { readonly key: string; readonly header: string; readonly class: FieldClass; readonly width: number };

/**
 * The columns of the three ledgers in the order of the county's layout (formats §3.5). What nobody has recorded yet stays empty:
 * cases, persuasions and papers fill their columns as they come to be.
 */
export const layouts = {
  'school-age': [
    column('policeStation', '户籍派出所', 'F1', 14),
    column('township', '乡镇(街道)', 'F1', 14),
    column('village', '村(社区)', 'F1', 14),
    column('villageGroup', '村民组', 'F2', 10),
    column('householdNumber', '户号', 'F3', 14),
    column('headName', '户主姓名', 'F2', 10),
    column('relationToHead', '与户主关系', 'F1', 10),
    column('name', '儿童姓名', 'F1', 10),
    column('formerName', '曾用名', 'F1', 10),
    column('sex', '性别', 'F1', 6),
    column('ethnicity', '民族', 'F4', 8),
    column('birthDay', '出生日期', 'F1', 12),
    column('idNumber', '身份证号', 'F3', 20),
    column('residence', '户籍类型(本地户籍/常住无户籍)', 'F1', 14),
    column('dueGrade', '应就读年级', 'F1', 10),
    column('state', '就学状态', 'F1', 12),
    column('school', '就读学校(含外地)', 'F1', 24),
    column('schoolCode', '学校标识码/外地校名', 'F1', 14),
    column('gradeClass', '年级班级', 'F1', 12),
    column('studentNumber', '全国学籍号', 'F3', 22),
    column('attendsBy', '就读方式', 'F1', 10),
    column('groups', '特殊群体标签', 'F4', 14),
    column('disability', '残疾类别等级', 'F4', 14),
    column('guardianName', '监护人', 'F2', 10),
    column('guardianPhone', '监护人电话', 'F2', 14),
    column('verifiedHow', '核查方式', 'F1', 12),
    column('verifiedBy', '核查人', 'F1', 10),
    column('verifiedOn', '核查日期', 'F1', 12),
    column('proofs', '佐证', 'F4', 20),
    column('note', '备注', 'F1', 12),
  ],
  suspected: [
    column('number', '序号', 'F1', 6),
    column('foundOn', '发现日期', 'F1', 12),
    column('foundHow', '发现途径(缺课触发/比对/摸排/举报)', 'F1', 14),
    column('name', '姓名', 'F1', 10),
    column('sex', '性别', 'F1', 6),
    column('idNumber', '身份证号', 'F3', 20),
    column('studentNumber', '学籍号', 'F3', 22),
    column('school', '学校', 'F1', 24),
    column('grade', '年级', 'F1', 8),
    column('className', '班级', 'F1', 12),
    column('classTeacher', '班主任', 'F1', 10),
    column('absentDays', '连续未到校课日数', 'F1', 10),
    column('lastDay', '最后到校日期', 'F1', 12),
    column('leave', '请假情况', 'F1', 12),
    column('cause', '疑似原因', 'F4', 14),
    column('guardianName', '监护人', 'F2', 10),
    column('guardianPhone', '电话', 'F2', 14),
    column('householdAddress', '户籍地址', 'F2', 24),
    column('presentAddress', '现住址', 'F2', 24),
    column('groups', '特殊群体标签', 'F4', 14),
    column('firstContact', '首次联系日期/方式/结果', 'F4', 18),
    column('firstVisit', '首次家访日期/人员/结果', 'F4', 18),
    column('conclusion', '处置结论(返校/转学/休学/确认辍学/排除)', 'F4', 14),
    column('concludedOn', '结论日期', 'F1', 12),
    column('closed', '销号', 'F1', 8),
  ],
  dropout: [
    column('number', '序号', 'F1', 6),
    column('name', '姓名', 'F1', 10),
    column('sex', '性别', 'F1', 6),
    column('ethnicity', '民族', 'F4', 8),
    column('birthDay', '出生日期', 'F1', 12),
    column('idNumber', '身份证号', 'F3', 20),
    column('studentNumber', '学籍号', 'F3', 22),
    column('householdAddress', '户籍地址', 'F2', 24),
    column('presentAddress', '现住址', 'F2', 24),
    column('schoolBefore', '辍学前学校及年级', 'F1', 24),
    column('droppedMonth', '辍学年月', 'F1', 10),
    column('cause', '辍学原因(码)', 'F4', 12),
    column('whereabouts', '辍学去向(码)', 'F4', 12),
    column('household', '家庭类别', 'F4', 12),
    column('guardianName', '监护人', 'F2', 10),
    column('guardianPhone', '电话', 'F2', 14),
    column('responsible', '包保责任人(县/乡/村/校)', 'F1', 20),
    column('persuasions', '劝返次数', 'F1', 8),
    column('lastPersuasion', '最近劝返日期', 'F1', 12),
    column('persuasionResult', '劝返结果', 'F4', 12),
    column('papers', '文书(劝学通知/限期复学/责令改正)', 'F4', 18),
    column('returnedOn', '复学日期', 'F1', 12),
    column('placement', '复学安置方式', 'F4', 12),
    column('returnedTo', '复学学校班级', 'F1', 18),
    column('planNumber', '一人一方案编号', 'F1', 14),
    column('followed', '跟踪状态(30/90/180 天)', 'F1', 14),
    column('closedOn', '销号日期', 'F1', 12),
    column('note', '备注', 'F1', 12),
  ],
} as const satisfies { readonly [L in Ledger]: readonly LedgerColumn[] };

/** The name of any column of any ledger. */
export type ColumnKey = (typeof layouts)[Ledger][number]['key'];

/** What somebody may take out of a row: which classes were approved, and whether numbers may be whole. */
export type Leaving = { readonly classes: readonly FieldClass[]; readonly wholeNumbers: boolean };

/** How a cell leaves: as it is, masked, or not at all. A special situation is not even hinted at. */
export function leavesAs(
  { class: of }: Pick<LedgerColumn, 'class'>,
  { classes, wholeNumbers }: Leaving,
): 'whole' | 'masked' | 'absent' {
  if (of === 'F1') return 'whole';
  if (of === 'F3') return classes.includes('F3') && wholeNumbers ? 'whole' : 'masked';
  if (classes.includes(of)) return 'whole';
  return of === 'F2' ? 'masked' : 'absent';
}

/** The columns of a roster and of a printed page: who a child is and where it goes to school. Our choice: what fits on a sheet of A4. */
export const rosterColumns = (['name', 'sex', 'township', 'village', 'school', 'gradeClass', 'state'] as const).map((key) => {
  const found = layouts['school-age'].find((one) => one.key === key);
  if (found === undefined) throw new Error(`the ledger has no column ${key}`);
  return found;
});

function column<const K extends string>(key: K, header: string, of: FieldClass, width: number) {
  return { key, header, class: of, width } as const;
}

import type { CellOut } from '../../../platform/sheets/types';
import type { Draft } from '../draft';
import type { Child } from '../people';
import { addressOf, dashed, headersOf, type Layout, sexText } from './layout';

const gradeWords = ['', '一年级', '二年级', '三年级', '四年级', '五年级', '六年级', '七年级', '八年级', '九年级'];

/** Class lists of all schools, put together: what teachers keep by hand, each class in its own manner. */
export const attendingLayout: Layout = {
  kind: 'attending',
  sheet: '在校学生花名册',
  title: '2025年春季学期各班在校学生花名册',
  headers: headersOf('序号,学校,年级,班级,姓名,性别,出生日期,身份证号,学籍号,家庭住址,家长姓名,联系电话,备注'),
  cells: (draft, county, row) => {
    const { child } = draft;
    if (!child) return [];
    const manner = (child.school * 31 + child.grade * 7 + child.classNo) % 24;
    return [
      ...[row + 1, county.schools.list[child.school].name, gradeWords[child.grade], className(child, manner), draft.name],
      ...[sexText(draft.sex), birthIn(manner, draft.birth), draft.idNumber, studentNumber(draft, child, manner)],
      ...[addressOf(draft), draft.first?.name ?? '', draft.phone, note(child)],
    ];
  },
};

function className(child: Child, manner: number): string {
  if (manner % 3 === 0) return `${child.classNo}班`;
  return manner % 3 === 1 ? String(child.classNo) : `${child.grade}.${child.classNo}`;
}

/** Eight manners of writing a day; the seventh is the spreadsheet's own day number. */
function birthIn(manner: number, birth: string): CellOut {
  if (birth.length !== 8) return birth.length === 6 ? `${birth.slice(0, 4)}.${Number(birth.slice(4))}` : birth;
  const [year, month, date] = [birth.slice(0, 4), Number(birth.slice(4, 6)), Number(birth.slice(6))];
  switch (manner % 8) {
    case 0:
      return dashed(birth);
    case 1:
      return `${year}.${month}.${date}`;
    case 2:
      return `${year}/${month}/${date}`;
    case 3:
      return `${year}年${month}月${date}日`;
    case 4:
      return `${year.slice(2)}.${month}.${date}`;
    case 5:
      return `${year}-${month}-${date}`;
    case 6:
      return Math.round(Date.UTC(Number(year), month - 1, date) / 86_400_000) + 25569;
    default:
      return birth;
  }
}

// Some classes copy the 学籍号 instead of the ID number: G and the number the child was registered under.
function studentNumber(draft: Draft, child: Child, manner: number): string {
  if (manner < 18 || child.kind === 'attendingNotEnrolled' || draft.child?.school === undefined) return '';
  return `G${child.earlierId || child.idNumber}`;
}

function note(child: Child): string {
  if (child.kind === 'attendingNotEnrolled') return child.id % 2 === 0 ? '借读' : '';
  return child.id % 211 === 0 ? '住校' : '';
}

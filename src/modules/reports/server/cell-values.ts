import { standingState } from '../../../kernel/standing';
import { gradeName } from '../../area/index';
import { type ChildRow, type ChildSourceRow, listsOf } from '../../children/server/index';
import { missingWords } from '../../standing/server/index';
import { dueGrade } from '../rules/due-grade';
import type { ColumnKey } from '../rules/layouts';
import { shownState } from '../rules/ledgers';
import { stateWords } from '../words';
import type { AcceptedAnswer } from './answer-store';
import type { LedgerRecord } from './ledger-store';
import type { PlaceNames } from './place-store';

/** Everything that is known of a child in a ledger, from wherever it is kept. */
export type ChildFolder = {
  readonly record: LedgerRecord;
  readonly child: ChildRow;
  readonly sources: readonly ChildSourceRow[];
  readonly answer: AcceptedAnswer | undefined;
  readonly names: PlaceNames;
  readonly owners: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  /** a sealed value of the record, '' where there is none */
  readonly sealed: (value: 'idNumber' | 'studentNumber' | 'ethnicity' | 'guardianName' | 'guardianPhone' | 'address') => string;
};

/** What a ledger says beside the child: the day it speaks of, the number of the row, and whether states of care are told apart. */
export type CellMoment = { readonly day: string; readonly row: number; readonly seesCare: boolean };

/** What stands in each column of the layouts; a column that is not here has nobody yet who records it, and stays empty. */
export function cellValues(folder: ChildFolder, { day, row, seesCare }: CellMoment): { readonly [K in ColumnKey]?: string } {
  const { record, child } = folder;
  const { sealed } = folder;
  const more = (field: string) => folder.sources.find(({ more: said }) => said[field])?.more[field] ?? '';
  const schooling = schoolingOf(folder);
  const due = dueGrade(child.birth_day, day);
  const household = listsOf(child.listed).includes('household');
  const homeAddress = folder.sources.find(({ kind, values }) => kind === 'household' && values.address)?.values.address ?? '';
  return {
    number: String(row),
    ...placesOf(folder),
    householdNumber: more('householdNumber'),
    headName: more('headName'),
    relationToHead: more('relationToHead'),
    name: child.name,
    formerName: child.former_name,
    sex: child.sex === 1 ? '男' : child.sex === 2 ? '女' : '',
    ethnicity: sealed('ethnicity'),
    birthDay: child.birth_day ?? '',
    idNumber: sealed('idNumber'),
    residence: household ? '本地户籍' : '常住无户籍',
    dueGrade: due === undefined ? '' : gradeName(due).zh,
    state: stateZh(shownState(record.state, seesCare)),
    ...schooling,
    gradeClass: schooling.className || schooling.grade,
    schoolBefore: `${schooling.school}${schooling.grade}`,
    studentNumber: sealed('studentNumber'),
    attendsBy: more('attendsBy'),
    groups: groupsOf(child),
    disability: [more('disabilityKind'), more('disabilityLevel')].filter((text) => text !== '').join(' '),
    guardianName: sealed('guardianName'),
    guardianPhone: sealed('guardianPhone'),
    householdAddress: homeAddress,
    presentAddress: sealed('address'),
    foundOn: record.since_day ?? '',
    droppedMonth: (record.since_day ?? '').slice(0, 7),
    ...verificationOf(folder),
  };
}

function placesOf({ record, names }: ChildFolder) {
  return {
    township: names.township(record.area_path) || record.township,
    village: names.village(record.area_path) || record.village,
  };
}

function schoolingOf({ record, child, names, owners }: ChildFolder) {
  const { area_path: area, school_path: school } = record;
  const responsible = [area.split('/').slice(0, 2), area.split('/').slice(0, 3), school.split('/').slice(0, 2)].map(
    (parts) => owners.get(`${parts.join('/')}/`) ?? '',
  );
  return {
    school: names.school(school) || child.school_name,
    schoolCode: names.schoolCode(school),
    grade: child.grade === null ? '' : gradeName(child.grade).zh,
    className: names.className(school) || child.class_name,
    classTeacher: owners.get(school) ?? '',
    // The county's place comes first and nobody holds it yet.
    responsible: responsible.some((name) => name !== '') ? ['', ...responsible].join('/') : '',
  };
}

function verificationOf({ answer, people }: ChildFolder) {
  if (answer === undefined) return {};
  const words: Readonly<Record<string, { readonly zh: string } | undefined>> = missingWords;
  return {
    verifiedHow: answeredAs[answer.as] ?? '',
    verifiedBy: people.get(answer.by) ?? '',
    verifiedOn: answer.day,
    proofs: answer.proofs.map((proof) => words[proof]?.zh ?? '').join('、'),
  };
}

const answeredAs: Readonly<Record<string, string>> = {
  school: '学校核查',
  township: '乡镇核查',
  village: '入村核查',
  bureau: '县局核查',
};

function groupsOf({ listed }: ChildRow): string {
  const lists = listsOf(listed);
  return [lists.includes('poverty') ? '脱贫户' : '', lists.includes('disability') ? '残疾' : ''].filter((one) => one).join('、');
}

function stateZh(state: ReturnType<typeof shownState>): string {
  return state === 'placed' ? stateWords.placed.zh : standingState(state).zh;
}

import type { Day } from '../../../kernel/day';
import type { FieldFault, Sentence } from '../../../kernel/refusal';

/** The kinds of schools of compulsory education, with the grades they may teach. */
export const schoolKinds = {
  primary: { says: { zh: '小学', en: 'Primary school' }, first: 1, last: 6 },
  // 五四学制 begins at grade 6 where it is used; 六三学制, as in Liaoning, at grade 7.
  junior: { says: { zh: '初级中学', en: 'Junior middle school' }, first: 6, last: 9 },
  'nine-year': { says: { zh: '九年一贯制学校', en: 'Nine-year school' }, first: 1, last: 9 },
  'junior-part': { says: { zh: '完全中学初中部', en: 'Junior part of a full middle school' }, first: 6, last: 9 },
  special: { says: { zh: '特殊教育学校', en: 'Special school' }, first: 1, last: 9 },
  'teaching-point': { says: { zh: '教学点', en: 'Teaching point' }, first: 1, last: 6 },
} as const satisfies Record<string, { says: Sentence; first: number; last: number }>;

export type SchoolKind = keyof typeof schoolKinds;

/** A school or teaching point of the county, open from `from` to `until`, both included; null is open. */
export type School = {
  readonly id: string;
  /** 211324/<id>/ */ readonly path: string;
  /** 学校（机构）标识码, ten digits; null until known */ readonly officialCode: string | null;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly kind: SchoolKind;
  /** the school that a teaching point belongs to */ readonly parentId: string | null;
  /** township or village it stands in */ readonly areaCode: string;
  readonly areaPath: string;
  readonly firstGrade: number;
  readonly lastGrade: number;
  readonly from: Day;
  readonly until: Day | null;
};

/** What is asked about a school before it is written. */
export type SchoolDraft = Pick<
  School,
  'officialCode' | 'name' | 'otherNames' | 'kind' | 'parentId' | 'areaCode' | 'firstGrade' | 'lastGrade'
>;

/** The grades a kind teaches as a rule: what a form begins with. */
export function usualGrades(kind: SchoolKind): { readonly first: number; readonly last: number } {
  const { first, last } = schoolKinds[kind];
  return { first: first === 6 ? 7 : first, last };
}

/** What is wrong with a school beside the open ones; `self` is its own id when it is changed. Nothing when it may stand. */
export function faultsOfSchool(draft: SchoolDraft, schools: readonly School[], self?: string): readonly FieldFault[] {
  const others = schools.filter(({ id, until }) => id !== self && until === null);
  return [...gradeFaults(draft), ...parentFaults(draft, others, self), ...nameFaults(draft, others)];
}

function gradeFaults({ kind, firstGrade, lastGrade }: SchoolDraft): readonly FieldFault[] {
  const { first, last, says } = schoolKinds[kind];
  if (firstGrade > lastGrade) {
    const zh = '最低年级高于最高年级，请改正其中一个。';
    return [{ path: 'firstGrade', zh, en: 'The lowest grade is above the highest; correct one.' }];
  }
  if (firstGrade >= first && lastGrade <= last) return [];
  return [
    {
      path: firstGrade < first ? 'firstGrade' : 'lastGrade',
      zh: `${says.zh}的年级在 ${first} 到 ${last} 之间，请改正年级或学校类型。`,
      en: `${says.en}: grades lie between ${first} and ${last}; correct the grades or the kind.`,
    },
  ];
}

function parentFaults({ kind, parentId }: SchoolDraft, others: readonly School[], self?: string): readonly FieldFault[] {
  const path = 'parentId';
  if (kind !== 'teaching-point') {
    if (others.some((other) => other.parentId === self && self !== undefined) && kind !== 'primary' && kind !== 'nine-year') {
      return [
        { path: 'kind', zh: '这所学校还有教学点，请先改教学点的归属。', en: 'It has teaching points; give them away first.' },
      ];
    }
    if (parentId === null) return [];
    return [{ path, zh: '只有教学点才有所属学校，请清空。', en: 'Only a teaching point belongs to a school; leave it empty.' }];
  }
  const parent = others.find(({ id }) => id === parentId);
  if (parent?.kind === 'primary' || parent?.kind === 'nine-year') return [];
  return [
    {
      path,
      zh: '教学点要选一所现有的小学或九年一贯制学校作为所属学校。',
      en: 'A teaching point belongs to an open primary or nine-year school; choose one.',
    },
  ];
}

function nameFaults({ name, officialCode, areaCode }: SchoolDraft, others: readonly School[]): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  // Two villages may each have a 希望小学; within one township the name would not tell them apart.
  const township = areaCode.slice(0, 9);
  const twin = others.find((other) => other.name === name && other.areaCode.slice(0, 9) === township);
  if (twin) {
    faults.push({ path: 'name', zh: `这个乡镇已有“${name}”，请核对是否重复。`, en: `This township already has "${name}".` });
  }
  if (officialCode !== null && !/^\d{10}$/.test(officialCode)) {
    const zh = '学校标识码是 10 位数字，请对照学籍系统改正；不知道可以先不填。';
    faults.push({ path: 'officialCode', zh, en: 'A school code has 10 digits; correct it, or leave it empty for now.' });
  }
  const same = officialCode === null ? undefined : others.find((other) => other.officialCode === officialCode);
  if (same) {
    const zh = `这个学校标识码已属于“${same.name}”，请核对。`;
    faults.push({ path: 'officialCode', zh, en: `This school code belongs to "${same.name}"; check it.` });
  }
  return faults;
}

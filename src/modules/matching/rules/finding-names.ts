import type { RegisterKind } from '../../registers/index';

/**
 * What a comparison can find of a child, for lists and for the balance; `secret` stands on lists of need (class F4); `lists`: whose
 * rows it speaks of. */
export const findings = {
  enrolled: { zh: '户籍适龄，已入学', en: 'of school age, enrolled', secret: false, lists: ['household'] },
  'not-enrolled': { zh: '户籍适龄，未入学', en: 'of school age, not enrolled', secret: false, lists: ['household'] },
  'household-review': { zh: '户籍适龄，待判', en: 'of school age, to be decided', secret: false, lists: ['household'] },
  'household-gone': {
    zh: '户籍标注死亡、注销或迁出，没有学籍',
    en: 'dead, cancelled or moved by the household register, not enrolled',
    secret: false,
    lists: ['household'],
  },
  'out-of-age': {
    zh: '户籍在册，不在适龄',
    en: 'in the household register, not of school age',
    secret: false,
    lists: ['household'],
  },
  'no-household': {
    zh: '有学籍，不在户籍名册',
    en: 'enrolled, not in the household register',
    secret: false,
    lists: ['enrolment'],
  },
  'enrolment-review': { zh: '有学籍，户籍待判', en: 'enrolled, household to be decided', secret: false, lists: ['enrolment'] },
  'double-household': { zh: '重复户籍', en: 'two household entries', secret: false, lists: ['household'] },
  'double-enrolment': { zh: '重复学籍', en: 'two enrolments', secret: false, lists: ['enrolment'] },
  present: { zh: '在籍在校', en: 'enrolled and there', secret: false, lists: ['enrolment', 'attending'] },
  absent: { zh: '在籍不在校', en: 'enrolled and not there', secret: false, lists: ['enrolment'] },
  'presence-review': { zh: '在籍，在校待判', en: 'enrolled, presence to be decided', secret: false, lists: ['enrolment'] },
  'no-list': { zh: '在籍，学校未交在校名册', en: 'enrolled, the school gave no class list', secret: false, lists: ['enrolment'] },
  unregistered: { zh: '在校无籍', en: 'in class and not enrolled', secret: false, lists: ['attending'] },
  'unregistered-review': { zh: '在校，学籍待判', en: 'in class, enrolment to be decided', secret: false, lists: ['attending'] },
  'on-poverty-list': {
    zh: '在脱贫户名册',
    en: 'on the list of households lifted out of poverty',
    secret: true,
    lists: ['poverty'],
  },
  'on-disability-list': { zh: '在残疾人名册', en: 'on the disability list', secret: true, lists: ['disability'] },
} as const satisfies Record<string, { zh: string; en: string; secret: boolean; lists: readonly RegisterKind[] }>;

export type Finding = keyof typeof findings;
export const findingNames = Object.keys(findings) as readonly Finding[];

type Secret = { [F in Finding]: (typeof findings)[F]['secret'] extends true ? F : never }[Finding];
/** Findings whose children may be listed; who stands on a list of need is never listed (class F4), only counted. */
export const openFindings = findingNames.filter((finding): finding is Exclude<Finding, Secret> => !findings[finding].secret);
export type OpenFinding = Exclude<Finding, Secret>;

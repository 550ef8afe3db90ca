/** Whose word a definition is: a law or notice, what the system suggests, or what the bureau has still to confirm. */
type Label = 'basis' | 'system' | 'unconfirmed';

/** What it takes to be in a group, in one sentence, with its source. One group may have several that do not agree. */
export type Definition = {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly label: Label;
  readonly source: { readonly zh: string; readonly en: string };
};

/** How far the word of a mark is told; who that is stands in `permissions.ts`. */
export const visibilityClasses = ['school', 'care', 'aid', 'disability', 'involved'] as const;
export type VisibilityClass = (typeof visibilityClasses)[number];

/**
 * What a class allows besides who may know it. `reveal`: the word is shown with a reason only, for five minutes. `listed`: its
 * children may be listed by name; poverty, disability and what the law protects are counted and never listed (PRV-04). Every mark makes
 * 需关注 and the closer ladder; so that a flag without a word names no group, a class that somebody is not told has never one group alone.
 */
export const classFacts: {
  readonly [C in VisibilityClass]: { readonly reveal: boolean; readonly listed: boolean };
} = {
  school: { reveal: false, listed: true },
  care: { reveal: false, listed: true },
  aid: { reveal: false, listed: false },
  disability: { reveal: true, listed: false },
  involved: { reveal: true, listed: false },
};

type Group = {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly class: VisibilityClass;
  /** where the program learns it by itself; by hand otherwise, and besides */ readonly from?:
    | 'poverty'
    | 'disability'
    | 'standing';
  readonly definitions: readonly Definition[];
};

const article11 = { zh: '《义务教育法》第十一条', en: 'Compulsory Education Law, article 11' };
const civilAffairs = { zh: '民政名单的口径没有找到原文', en: 'the wording of the lists of civil affairs was not found' };

/** 重点人群 (policy.md §1.4, §5.4), in the order of pages. */
export const groups = [
  {
    ...{ key: 'orphan', zh: '孤儿', en: 'Orphan', class: 'care' },
    definitions: [said('civil', '民政部门认定的孤儿', 'recognised as an orphan by civil affairs', 'unconfirmed', civilAffairs)],
  },
  {
    ...{ key: 'unsupported', zh: '事实无人抚养', en: 'De facto unsupported', class: 'care' },
    definitions: [
      said('civil', '民政部门认定的事实无人抚养儿童', 'recognised as unsupported by civil affairs', 'unconfirmed', civilAffairs),
    ],
  },
  {
    ...{ key: 'disability', zh: '残疾', en: 'Disability', class: 'disability', from: 'disability' },
    definitions: [
      said('card', '持有残疾人证，在残联名册上', 'has a certificate and stands on the list of the federation', 'basis', {
        zh: '残疾人证编号规则，残联名册',
        en: 'rules of the certificate, list of the federation',
      }),
      said('assessed', '医院诊断或县级专家委员会评估', 'diagnosed or assessed by the county', 'unconfirmed', {
        zh: '县级评估办法没有找到原文',
        en: 'the rules of the county were not found',
      }),
    ],
  },
  {
    ...{ key: 'left-behind', zh: '农村留守', en: 'Left behind', class: 'care' },
    definitions: [
      said(
        'civil',
        '不满十六周岁，父母双方外出务工，或一方外出另一方无监护能力',
        'under 16, both parents away, or one away and the other unable',
        'basis',
        { zh: '国发〔2016〕13 号', en: 'State Council 2016 no. 13' },
      ),
      said('record', '父母外出务工三个月以上', 'parents away for three months or more', 'basis', {
        zh: '学籍系统口径',
        en: 'the enrolment system',
      }),
      said('statistics', '父母外出务工半年以上', 'parents away for half a year or more', 'basis', {
        zh: '教育事业统计口径',
        en: 'education statistics',
      }),
    ],
  },
  {
    ...{ key: 'hardship', zh: '困境', en: 'Hardship', class: 'care' },
    definitions: [said('civil', '民政部门登记的困境儿童', 'registered by civil affairs', 'unconfirmed', civilAffairs)],
  },
  {
    ...{ key: 'migrant', zh: '随迁', en: 'Came with parents', class: 'school' },
    definitions: [
      said('residence', '户籍在外县，随父母在本县上学', 'registered elsewhere, at school here with the parents', 'system', {
        zh: '没有文件给出本县口径',
        en: 'no notice defines it for this county',
      }),
    ],
  },
  {
    ...{ key: 'involved', zh: '涉案', en: 'Involved in a case', class: 'involved' },
    definitions: [
      said('told', '公安、检察院或法院书面告知', 'told in writing by police, prosecutor or court', 'unconfirmed', {
        zh: '告知办法待县局与政法机关商定',
        en: 'how it is told is still to be agreed',
      }),
    ],
  },
  {
    ...{ key: 'protected', zh: '心理等需保护', en: 'Otherwise protected', class: 'involved' },
    definitions: [
      said(
        'told',
        '医院、未成年人保护机构或监护人书面告知，需要学校多留意',
        'told in writing by a hospital, a protection office or the guardian',
        'unconfirmed',
        {
          zh: '涉案、心理等单独授权（个人信息保护的要求），办法待县局商定',
          en: 'cases and mental health are authorised apart; how it is told is still to be agreed',
        },
      ),
    ],
  },
  {
    ...{ key: 'poverty', zh: '脱贫户/监测户', en: 'Poverty monitoring', class: 'aid', from: 'poverty' },
    definitions: [
      said('listed', '在脱贫户、防返贫监测名册上', 'on the list of lifted or monitored households', 'basis', {
        zh: '乡村振兴部门的名册',
        en: 'list of rural revitalisation',
      }),
    ],
  },
  {
    ...{ key: 'returned', zh: '曾劝返', en: 'Came back before', class: 'school' },
    definitions: [
      said('returned', '曾经辍学，劝返后回校', 'left school once and was brought back', 'system', {
        zh: '复学生容易再次辍学（研究）',
        en: 'whoever came back is likelier to leave again (research)',
      }),
    ],
  },
  {
    ...{ key: 'suspended', zh: '休学', en: 'Suspended', class: 'school', from: 'standing' },
    definitions: [said('standing', '休学手续在有效期内', 'suspension approved and running', 'basis', article11)],
  },
  {
    ...{ key: 'deferred', zh: '延缓入学', en: 'Entry deferred', class: 'school', from: 'standing' },
    definitions: [said('standing', '延缓入学批准在有效期内', 'deferral approved and running', 'basis', article11)],
  },
] as const satisfies readonly Group[];

export type GroupKey = (typeof groups)[number]['key'];
export const groupKeys = groups.map(({ key }) => key) as [GroupKey, ...GroupKey[]];

/** The groups whose children may be listed by name, and whose word whoever lists a county is told. */
export const listedGroups = groupKeys.filter((key) => classFacts[groupOf(key).class].listed) as [GroupKey, ...GroupKey[]];

/** Everything said about a group; total. */
export function groupOf(key: GroupKey): Group & { readonly key: GroupKey } {
  const found = groups.find((group) => group.key === key);
  if (found === undefined) throw new RangeError(`no such group: ${key}`);
  return found;
}

/** The definition of a group by its key; undefined where the group has none of this name. */
export function definitionOf(group: GroupKey, key: string): Definition | undefined {
  return groupOf(group).definitions.find((one) => one.key === key);
}

function said<K extends string>(key: K, zh: string, en: string, label: Label, source: Definition['source']) {
  return { key, zh, en, label, source };
}

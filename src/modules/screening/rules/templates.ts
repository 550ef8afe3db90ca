/** How children are looked at: asked in class, at home, by telephone. */
export const methods = ['in-school', 'home', 'phone'] as const;
export type Method = (typeof methods)[number];

/** What a campaign is for. */
export const templates = ['before-term', 'term-opening', 'key-grades', 'marked-groups', 'special'] as const;
export type Template = (typeof templates)[number];

/** What a template fixes; a county plan names the occasions, the days and the usual method are ours. */
export type TemplateRule = {
  /** the first one is proposed */ readonly methods: readonly [Method, ...Method[]];
  /** grades it is about; none: all */ readonly grades: readonly number[];
  /** days it usually lasts */ readonly days: number;
  /** is about children in some of the marked groups */ readonly marks: boolean;
  /** asks whether a child came on the first day and in the first week */ readonly reports: boolean;
};

/**
 * 方案 三(四) 开学排查: before and after each term opens; 重点学段: grades 8 and 9; 重点人群 (policy.md §1.4, §7). How long each lasts is our
 * proposal, 待县局确认; the bureau names the day with each campaign.
 */
export const templateRules: { readonly [T in Template]: TemplateRule } = {
  'before-term': { methods: ['phone', 'home'], grades: [], days: 14, marks: false, reports: false },
  'term-opening': { methods: ['in-school'], grades: [], days: 7, marks: false, reports: true },
  'key-grades': { methods: ['in-school', 'home', 'phone'], grades: [8, 9], days: 14, marks: false, reports: false },
  'marked-groups': { methods: ['home', 'in-school', 'phone'], grades: [], days: 14, marks: true, reports: false },
  special: { methods: ['home', 'in-school', 'phone'], grades: [], days: 14, marks: false, reports: false },
};

/** In which tree a method finds whom to ask: classes of schools, or villages. */
export function treeOf(method: Method): 'area' | 'school' {
  return method === 'home' ? 'area' : 'school';
}

/** A campaign that lasts longer is another campaign. Our choice. */
export const mostDays = 120;

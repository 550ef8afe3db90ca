import type { Label } from './policy';

/** A rule's standing in law: its label, the clauses of the plan it serves (product.md), and its source. */
export type RuleSource = {
  readonly label: Label;
  readonly clauses: readonly string[];
  readonly source: { readonly zh: string; readonly en: string };
};

const screening = clause(
  ['C01'],
  '方案 三(一)1(1) 适龄儿童摸排；《义务教育法》第十一条',
  'plan 三(一)1(1); Compulsory Education Act, 11',
);
const unified = clause(['C02'], '方案 三(一)1(2) 人籍一致', 'plan 三(一)1(2): enrolment and child together');
const marking = clause(['C08'], '方案 三(三) 核清标注学生去向和学籍状态', 'plan 三(三): where each pupil went is marked');
const changes = clause(['C09'], '方案 三(三) 转入转出休学复学证明材料齐全', 'plan 三(三): changes are proven');
const honest = clause(['C22'], '方案 四(三) 隐瞒不报', 'plan 四(三): concealment');
const absence = clause(
  ['C03', 'C14'],
  '方案 三(四) 缺课学生登记、追踪、报告制度',
  'plan 三(四): absence is registered, followed and reported',
);
const leave = clause(['C13'], '方案 三(四) 请销假制度', 'plan 三(四): leave is asked and ended');
const compared = clause(['C24'], '教基厅函〔2024〕15号 四查三比对', 'Ministry letter 15 (2024): comparison of registers');
const ours: RuleSource = { label: 'suggested', clauses: [], source: { zh: '系统建议', en: 'our choice' } };

/** Every rule that can decide a standing, and why it is there; the sentences about them are in words.ts. */
export const ruleBook = {
  'unreadable-day': ours,
  'dead-proven': marking,
  'seen-after-death': honest,
  'too-young': screening,
  'over-age': clause(
    ['C01'],
    '方案 三(一)1(1)；适龄之外仍在籍的不移出',
    'plan 三(一)1(1); who is still enrolled is not taken out',
  ),
  'finished-proven': marking,
  'finished-too-early': honest,
  'graduated-junior': marking,
  'left-for-good': marking,
  'question-open': honest,
  'told-not-schooled': honest,
  'confirmed-not-schooled': screening,
  'back-unconfirmed': honest,
  'household-says-gone': compared,
  'accepted-and-proven': marking,
  'accepted-unclear': marking,
  'proof-expired': ours,
  'on-class-list': unified,
  'on-class-list-unregistered': clause(['C08', 'C10'], '方案 三(三) 杜绝借读', 'plan 三(三): nobody attends unregistered'),
  'absent-from-list': compared,
  'enrolled-without-list': unified,
  'marked-home-teaching': clause(
    ['C02'],
    '方案 三(一)1(2)；《残疾人教育条例》第十七条',
    'plan 三(一)1(2); Regulations on the Education of Persons with Disabilities, 17',
  ),
  'list-outdated': ours,
  'transfer-unconfirmed': changes,
  'suspension-unproven': changes,
  'left-school': compared,
  'enrolment-says-gone': marking,
  'between-schools': ours,
  'not-entered-junior': screening,
  'absent-from-class': absence,
  'absent-for-long': {
    label: 'suggested',
    clauses: [],
    source: {
      zh: '天数见判定口径；没有文件写明，县局定之前用系统建议（外省口径）',
      en: 'how many days: see how standings are judged; no document of this county names them',
    },
  },
  'on-leave-today': leave,
  'answer-waiting': honest,
  'answer-unproven': changes,
  'review-open': compared,
  'birth-unknown': screening,
  'nothing-known': screening,
} as const satisfies Record<string, RuleSource>;

/** Which rule decided. */
export type RuleId = keyof typeof ruleBook;

/** All rules, in the order in which the book has them. */
export const ruleIds = Object.keys(ruleBook) as [RuleId, ...RuleId[]];

/** Label, clauses and source of a rule; total. */
export function ruleSource(rule: RuleId): RuleSource {
  return ruleBook[rule];
}

function clause(clauses: readonly string[], zh: string, en: string): RuleSource {
  return { label: 'clause', clauses, source: { zh, en } };
}

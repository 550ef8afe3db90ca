import { outcomeWords } from './outcome-words';
import type { EnrolmentState, FactSource, HouseholdState, Placement } from './rules/facts';
import { type Outcome, outcomes, type ProofKind } from './rules/outcomes';
import { missingWords } from './words';

type Words = { readonly zh: string; readonly en: string };
type Language = keyof Words;

/** A recorded fact as far as it is put into words. */
export type SaidFact = { readonly kind: string; readonly source: string; readonly body: Readonly<Record<string, unknown>> };

const sourceWords: { readonly [S in FactSource]: Words } = {
  register: { zh: '名册', en: 'the registers' },
  school: { zh: '学校', en: 'the school' },
  township: { zh: '乡镇', en: 'the township' },
  village: { zh: '村', en: 'the village' },
  department: { zh: '协同部门', en: 'a department' },
  bureau: { zh: '县局', en: 'the bureau' },
};

const householdWords: { readonly [S in HouseholdState]: Words } = {
  listed: { zh: '户籍名册上有', en: 'on the household register' },
  'moved-out': { zh: '户籍名册注明迁出', en: 'household register: moved out' },
  cancelled: { zh: '户籍名册注明注销', en: 'household register: cancelled' },
  missing: { zh: '户籍名册注明失踪', en: 'household register: missing' },
  dead: { zh: '户籍名册注明死亡', en: 'household register: died' },
  gone: { zh: '新的户籍名册上没有了', en: 'no longer on the household register' },
};

const enrolmentWords: { readonly [S in EnrolmentState]: Words } = {
  studying: { zh: '学籍在读', en: 'enrolled' },
  suspended: { zh: '学籍标注休学', en: 'enrolment: suspended' },
  'transferred-out': { zh: '学籍已转出', en: 'enrolment: transferred out' },
  left: { zh: '学籍标注离校、流失或下落不明', en: 'enrolment: left school' },
  graduated: { zh: '学籍标注毕业', en: 'enrolment: graduated' },
  dead: { zh: '学籍标注死亡', en: 'enrolment: died' },
  abroad: { zh: '学籍标注出境', en: 'enrolment: abroad' },
  unclear: { zh: '学籍状态不明', en: 'enrolment: unclear' },
  gone: { zh: '新的学籍名册上没有了', en: 'no longer on the enrolment register' },
};

const placementWords: { readonly [P in Placement]: Words } = {
  ordinary: { zh: '', en: '' },
  'special-school': { zh: '（特教学校）', en: ' (special school)' },
  'home-teaching': { zh: '（送教上门）', en: ' (taught at home)' },
};

const listWords: Readonly<Record<'present' | 'absent' | 'no-list', Words>> = {
  present: { zh: '班级名单上有', en: 'on the class list' },
  absent: { zh: '班级名单上没有', en: 'not on the class list' },
  'no-list': { zh: '学校没有交班级名单', en: 'the school gave no class list' },
};

const dayWords: Readonly<Record<'present' | 'absent' | 'leave', Words>> = {
  present: { zh: '点名时到了', en: 'there when the class was called' },
  absent: { zh: '点名时没来', en: 'away when the class was called' },
  leave: { zh: '点名时请假', en: 'on leave when the class was called' },
};

const said = {
  disabled: { zh: '列入残疾人名册', en: 'on the disability register' },
  notDisabled: { zh: '不再列入残疾人名册', en: 'no longer on the disability register' },
  reviewOpen: { zh: '有名册行可能是这名儿童，等人工核实', en: 'a row may be this child’s; a person must decide' },
  reviewClosed: { zh: '人工核实已有结论', en: 'a person has decided about the row' },
  home: { zh: '登记了所属的村', en: 'the village was recorded' },
  noHome: { zh: '所属的村不明', en: 'the village is not known' },
  asked: { zh: '县局发出核查：孩子在哪上学', en: 'the bureau asked where the child is' },
  notAsked: { zh: '县局结束核查', en: 'the bureau closed the question' },
  answered: { zh: '核查结果：', en: 'answer: ' },
  with: { zh: '，附', en: ', with ' },
  accepted: { zh: '县局核准了核查结果', en: 'the bureau accepted the answer' },
  until: { zh: '，证明有效至 ', en: ', proof valid until ' },
  sentBack: { zh: '县局退回了核查结果', en: 'the bureau sent the answer back' },
  withdrawn: { zh: '撤回了先前的记录', en: 'withdrew what was recorded before' },
  and: { zh: '、', en: ', ' },
  says: { zh: '：', en: ': ' },
} as const;

type Saying = (body: SaidFact['body'], language: Language) => string;

/** A sentence for each kind of fact; what a body does not say is left out. */
const sayings: Readonly<Record<string, Saying>> = {
  household: ({ state }, language) => pick(householdWords, state)?.[language] ?? '',
  enrolment: ({ state, placement }, language) =>
    `${pick(enrolmentWords, state)?.[language] ?? ''}${pick(placementWords, placement)?.[language] ?? ''}`,
  attendance: ({ verdict }, language) => pick(dayWords, verdict)?.[language] ?? '',
  'class-list': ({ answer }, language) => pick(listWords, answer)?.[language] ?? '',
  disability: ({ listed }, language) => said[listed === true ? 'disabled' : 'notDisabled'][language],
  review: ({ open }, language) => said[open === true ? 'reviewOpen' : 'reviewClosed'][language],
  home: ({ area }, language) => said[area === undefined ? 'noHome' : 'home'][language],
  question: ({ open }, language) => said[open === true ? 'asked' : 'notAsked'][language],
  answer: answerText,
  decision: decisionText,
  withdrawn: (_, language) => said.withdrawn[language],
};

/** What a fact says, with who says it: 「学校：班级名单上没有」; undefined for a kind that nobody here knows. */
export function factText({ kind, source, body }: SaidFact, language: Language): string | undefined {
  const sentence = sayings[kind]?.(body, language);
  if (!sentence) return undefined;
  const who = pick(sourceWords, source);
  // Registers and the bureau are named in their sentences already.
  return who === undefined || source === 'register' || source === 'bureau'
    ? sentence
    : `${who[language]}${said.says[language]}${sentence}`;
}

function answerText({ outcome, proofs }: SaidFact['body'], language: Language): string {
  const result = isOutcome(outcome) ? outcomeWords[outcome][language] : '';
  const papers = (Array.isArray(proofs) ? proofs : []).map((proof: ProofKind) => missingWords[proof]?.[language] ?? '');
  const shown = papers.filter((paper) => paper !== '').join(said.and[language]);
  return `${said.answered[language]}${result}${shown === '' ? '' : `${said.with[language]}${shown}`}`;
}

function decisionText({ verdict, validUntil }: SaidFact['body'], language: Language): string {
  if (verdict !== 'accepted') return said.sentBack[language];
  return `${said.accepted[language]}${typeof validUntil === 'string' ? `${said.until[language]}${validUntil}` : ''}`;
}

function isOutcome(text: unknown): text is Outcome {
  return typeof text === 'string' && text in outcomes;
}

function pick<T>(table: Readonly<Record<string, T>>, key: unknown): T | undefined {
  return typeof key === 'string' ? table[key] : undefined;
}

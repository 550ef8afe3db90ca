type Words = { readonly zh: string; readonly en: string };

/** The form of a status chip; with the word it says the same without colour. */
export type ChipShape = 'dot' | 'triangle' | 'square' | 'diamond' | 'half' | 'ring' | 'dash';
/** What a chip's colour means; pages map it to the tokens of the design. */
export type ChipRole = 'normal' | 'watch' | 'urgent' | 'urgent-filled' | 'follow' | 'neutral';

type State = Words & {
  readonly key: string;
  /** counted in 应在学 */ readonly inRoll: boolean;
  /** the state's term in the equation of the roll call; none outside the roll */ readonly term?: Words;
  readonly chip: { readonly shape: ChipShape; readonly role: ChipRole };
  /** what shows that a child stands here */ readonly provenBy: Words;
};

/**
 * Where a child can stand on a day, in the order of the roll call: first the thirteen terms of 应在学, then what lies outside
 * it. A state's place in this list is its place in packed counts, so a change of the order needs a migration of those kept.
 */
export const standingStates = [
  {
    ...inRoll('in-school', '在校', 'in school', 'dot', 'normal'),
    term: { zh: '在校', en: 'in school' },
    provenBy: { zh: '学籍加班级名单，或核准的核查结果', en: 'enrolment and class list, or an accepted verification' },
  },
  {
    ...inRoll('on-leave', '请假', 'on leave', 'ring', 'neutral'),
    term: { zh: '请假', en: 'on leave' },
    provenBy: { zh: '批准的假条', en: 'an approved leave slip' },
  },
  {
    ...inRoll('home-teaching', '送教上门', 'taught at home', 'ring', 'neutral'),
    term: { zh: '送教上门', en: 'taught at home' },
    provenBy: { zh: '学籍标注或安置评估，以及送教记录', en: 'the mark in the enrolment or an assessment, and sessions' },
  },
  {
    ...inRoll('special-school', '特校/机构', 'special school or institution', 'dot', 'normal'),
    term: { zh: '特校/机构', en: 'special school or institution' },
    provenBy: { zh: '特校学籍，或机构证明', en: 'enrolment in a special school, or a statement of the institution' },
  },
  {
    ...inRoll('suspended', '休学', 'suspended', 'ring', 'neutral'),
    term: { zh: '休学（有手续）', en: 'suspended (with papers)' },
    provenBy: { zh: '休学批准和医院证明', en: 'the approval and a hospital certificate' },
  },
  {
    ...inRoll('deferred', '延缓入学', 'entry deferred', 'ring', 'neutral'),
    term: { zh: '延缓入学（有批准）', en: 'entry deferred (approved)' },
    provenBy: { zh: '延缓入学批准，和诊断或评估意见', en: 'the approval, and a diagnosis or an assessment' },
  },
  {
    ...inRoll('elsewhere', '县外就读', 'in school elsewhere', 'ring', 'neutral'),
    term: { zh: '县外就读（已佐证）', en: 'in school elsewhere (proven)' },
    provenBy: { zh: '就读学校或外地学籍的证明，在有效期内', en: 'a proof of the school or enrolment there, still valid' },
  },
  {
    ...inRoll('absence-followed', '缺课跟踪中', 'absent, being followed up', 'triangle', 'watch'),
    term: { zh: '缺课跟踪中', en: 'absent, being followed up' },
    provenBy: { zh: '考勤和跟进记录', en: 'attendance marks and follow-ups' },
  },
  {
    ...inRoll('suspected-dropout', '疑似辍学', 'suspected dropout', 'square', 'urgent'),
    term: { zh: '疑似辍学', en: 'suspected dropout' },
    provenBy: { zh: '列入疑似辍学台账的个案', en: 'a case in the ledger of suspected dropouts' },
  },
  {
    ...inRoll('dropout-persuading', '辍学', 'dropout, being persuaded', 'diamond', 'urgent-filled'),
    term: { zh: '辍学劝返中', en: 'dropout, being persuaded' },
    provenBy: { zh: '县级认定的辍学个案', en: 'a case the county has confirmed' },
  },
  {
    ...inRoll('returned-observed', '返校观察', 'returned, observed', 'half', 'follow'),
    term: { zh: '返校观察中', en: 'returned, observed' },
    provenBy: { zh: '返校记录和观察期考勤', en: 'the return and the attendance since' },
  },
  {
    ...inRoll('to-verify', '待核实', 'to verify', 'triangle', 'watch'),
    term: { zh: '待核实', en: 'to verify' },
    provenBy: { zh: '说法互相矛盾，或还没有佐证', en: 'what is said contradicts itself or is not proven yet' },
  },
  {
    ...inRoll('unplaced', '未落实', 'not placed', 'triangle', 'urgent'),
    term: { zh: '未落实', en: 'not placed' },
    provenBy: { zh: '没有任何依据说明孩子在哪上学', en: 'nothing shows that the child is schooled anywhere' },
  },
  {
    ...outside('too-young', '未到龄', 'under school age'),
    provenBy: { zh: '出生日期', en: 'the birth date' },
  },
  {
    ...outside('finished', '超龄/已毕业', 'over age or finished'),
    provenBy: { zh: '毕业，或出生日期且已无学籍', en: 'graduation, or the birth date and no enrolment' },
  },
  {
    ...outside('dead', '死亡', 'died'),
    provenBy: { zh: '死亡证明、户口注销证明或公安核查', en: 'a death record or the answer of the police' },
  },
  {
    ...outside('abroad', '出境', 'abroad'),
    provenBy: { zh: '出入境证明或公安核查', en: 'a border record or the answer of the police' },
  },
  {
    ...outside('moved-away', '户籍迁出', 'moved away'),
    provenBy: { zh: '公安核查，和接收学校的证明', en: 'the answer of the police, and a proof of the school there' },
  },
  {
    ...outside('not-real', '户籍不实', 'household entry not real'),
    provenBy: { zh: '公安核查（空挂户、双重户籍、查无此人）', en: 'the answer of the police (empty, double or nobody)' },
  },
] as const satisfies readonly State[];

/** Where a child stands on a day. */
export type StandingKey = (typeof standingStates)[number]['key'];
/** One state of the roll call, with its words, its chip and what proves it. */
export type StandingState = State & { readonly key: StandingKey };

/** The place of each state in `standingStates`, and so in packed counts. */
export const standingIndex: { readonly [K in StandingKey]: number } = Object.fromEntries(
  standingStates.map((state, at) => [state.key, at]),
) as { [K in StandingKey]: number };

/** Everything said about a state; total. */
export function standingState(key: StandingKey): StandingState {
  return standingStates[standingIndex[key]];
}

/** Whether a state is a term of 应在学. */
export function isInRoll(key: StandingKey): boolean {
  return standingState(key).inRoll;
}

function inRoll<K extends string>(key: K, zh: string, en: string, shape: ChipShape, role: ChipRole) {
  return { key, zh, en, inRoll: true, chip: { shape, role } } as const;
}

function outside<K extends string>(key: K, zh: string, en: string) {
  return { key, zh, en, inRoll: false, chip: { shape: 'dash', role: 'neutral' } } as const;
}

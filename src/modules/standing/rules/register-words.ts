import type { EnrolmentState, HouseholdState } from './facts';

/**
 * 学籍状态 as registers write it, in words or as a code of XSDQZT (JY/T 1001), as a state of an enrolment. An empty cell is
 * an ordinary enrolment (the import form has no such column); a word nobody has foreseen is `unclear`, never `studying`.
 */
export function enrolmentStateOf(text: string): EnrolmentState {
  const word = text.trim();
  if (word === '') return 'studying';
  const code = /^\d{1,2}$/.test(word) ? codes[word.padStart(2, '0')] : undefined;
  return code ?? words.find(([pattern]) => pattern.test(word))?.[1] ?? 'unclear';
}

/** 变动原因 of a household row; `listed` where it names no leaving (出生, 市内迁入 …). */
export function householdStateOf(changeReason: string): HouseholdState {
  return reasons.find(([pattern]) => pattern.test(changeReason))?.[1] ?? 'listed';
}

const codes: { readonly [code: string]: EnrolmentState } = {
  '01': 'studying',
  '02': 'suspended',
  '03': 'left',
  '04': 'left',
  '05': 'studying',
  '06': 'left',
  '07': 'graduated',
  '08': 'graduated',
  '09': 'left',
  '10': 'transferred-out',
  '11': 'dead',
  '12': 'studying',
  '13': 'abroad',
  '14': 'left',
  '15': 'left',
};

/** The first that fits: 转入 stands before 转学, 未毕业 before 毕业. */
const words: readonly (readonly [RegExp, EnrolmentState])[] = [
  [/转入|复学|未毕业/, 'studying'],
  [/转出|转学/, 'transferred-out'],
  [/休学/, 'suspended'],
  [/死亡|去世/, 'dead'],
  [/出国|出境/, 'abroad'],
  [/退学|停学|流失|开除|除名|肄业|辍学|失学|下落不明|离校/, 'left'],
  [/毕业|结业/, 'graduated'],
  [/在读|在校|在籍|就读|正常|送教|保留/, 'studying'],
];

const reasons: readonly (readonly [RegExp, HouseholdState])[] = [
  [/死亡/, 'dead'],
  [/失踪|下落不明/, 'missing'],
  [/迁出|迁往/, 'moved-out'],
  [/注销|销户|出国|出境|定居国外/, 'cancelled'],
];

import { defineWords, type Says } from '../../../ui/shared/words';
import { outcomeWords } from '../../standing/web/phone/index';
import type { ClassWord } from '../rules/answers';
import type { Phase } from '../rules/campaign';
import type { NumberedQuestion, Question, Reply } from '../rules/questions';

export const phaseSays: { readonly [P in Phase]: Says } = {
  coming: { zh: '还没开始', en: 'to come' },
  running: { zh: '正在查', en: 'running' },
  late: { zh: '已到期', en: 'overdue' },
  closed: { zh: '已结束', en: 'closed' },
};

const classSays: { readonly [W in ClassWord]: Says } = {
  there: { zh: '到了', en: 'is there' },
  'on-the-way': { zh: '晚几天来', en: 'comes in some days' },
  sick: { zh: '生病', en: 'sick' },
  unreached: { zh: '联系不上', en: 'cannot be reached' },
};

/** The list of a phone that was kept without what was said of anybody. */
export const keptAnswer = 'kept';

/** What was said of a child, in words; what another version of the program says stands as it is. */
export function answerText(answer: string, say: (says: Says) => string): string {
  if (answer === keptAnswer) return say({ zh: '填过了', en: 'answered' });
  const found = (classSays as Record<string, Says>)[answer] ?? (outcomeWords as Record<string, Says>)[answer];
  return found === undefined ? answer : say(found);
}

/** Words for desktop and phone. */
export const screeningWords = defineWords({
  title: { zh: '排查', en: 'Screening' },
  boy: { zh: '男', en: 'boy' },
  girl: { zh: '女', en: 'girl' },
  years: { zh: (age: number) => `${age} 岁`, en: (age: number) => `${age} years old` },
  born: { zh: (day: string) => `${day} 生`, en: (day: string) => `born ${day}` },
  waits: { zh: '等县局核准', en: 'waits for the bureau' },
  accepted: { zh: '县局已核准', en: 'accepted by the bureau' },
  sentBack: { zh: '县局退回，请再核一次', en: 'sent back by the bureau; look once more' },
  sentBackWhy: { zh: (reason: string) => `县局退回：${reason}`, en: (reason: string) => `Sent back by the bureau: ${reason}` },
  finds: { zh: '名册外的孩子', en: 'Children on no list' },
  guardian: { zh: '监护人', en: 'Guardian' },
  lives: { zh: '住在', en: 'Lives in' },
  history: { zh: '填过的结果', en: 'What was answered' },
  foundOn: { zh: (day: string) => `${day} 查的`, en: (day: string) => `found out ${day}` },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  notKnown: { zh: '未填', en: 'not known' },
});

/** A reply as it is read: yes and no in words, all else as it was written. */
export function replyText(
  { kind }: Pick<Question, 'kind'>,
  says: string,
  w: { readonly yes: string; readonly no: string },
): string {
  return kind === 'yes-no' ? (says === 'yes' ? w.yes : w.no) : says;
}

/** 学习用品备齐了吗：否 */
export function repliedLines(
  questions: readonly NumberedQuestion[],
  replies: readonly Reply[],
  w: Parameters<typeof replyText>[2],
): readonly string[] {
  return questions.flatMap((question) =>
    replies.filter(({ no }) => no === question.no).map(({ says }) => `${question.text}：${replyText(question, says, w)}`),
  );
}

/** 青禾小学 三年级1班; the school alone where no class is known. */
export function whereOf({ office, place }: { readonly office: Says; readonly place: Says }, say: (says: Says) => string): string {
  return [...new Set([say(office), say(place)])].filter((part) => part !== '').join(' ');
}

/** 女，11 岁 */
export function whoIs(
  { sex, age }: { readonly sex: string; readonly age: number | null },
  w: { readonly boy: string; readonly girl: string; readonly years: (age: number) => string },
): string {
  const parts = [sex === '' ? '' : sex === '1' ? w.boy : w.girl, age === null ? '' : w.years(age)];
  return parts.filter((part) => part !== '').join('，');
}

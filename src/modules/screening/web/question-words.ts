import { numberText } from '../../../ui/shared/numbers';
import { defineWords, type Says } from '../../../ui/shared/words';
import { fewestChoices, mostChoices, mostQuestions, type QuestionKind } from '../rules/questions';

export const kindSays: { readonly [K in QuestionKind]: Says } = {
  'yes-no': { zh: '是或否', en: 'yes or no' },
  choice: { zh: '单选', en: 'one out of some' },
  text: { zh: '短文字', en: 'a few words' },
  number: { zh: '数字', en: 'a number' },
};

/** Words of the questions of the bureau's own. */
export const questionWords = defineWords({
  title: { zh: '另外要问的（可不加）', en: 'Also to be asked (optional)' },
  atHome: { zh: '走访时每个孩子都问。发起后不能再改。', en: 'Asked at every visit. They are fixed at the start.' },
  inClass: {
    zh: '只问没到的孩子，全班都到还是一点就交。发起后不能再改。',
    en: 'Asked about whoever is not there; a full class stays one tap. They are fixed at the start.',
  },
  marked: {
    zh: '填的人看得到这些问题，别写出查的是哪一类孩子。',
    en: 'Whoever answers reads these questions: do not name the groups in them.',
  },
  add: { zh: '加一个问题', en: 'Add a question' },
  suggested: { zh: (text: string) => `加“${text}”（系统建议）`, en: (text: string) => `Add "${text}" (suggested)` },
  full: { zh: `最多 ${mostQuestions} 个问题`, en: `${mostQuestions} questions at most` },
  number: { zh: (no: number) => `问题 ${no}`, en: (no: number) => `Question ${no}` },
  kind: { zh: (no: number) => `问题 ${no} 怎么答`, en: (no: number) => `How question ${no} is answered` },
  choices: {
    zh: (no: number) => `问题 ${no} 的选项，${fewestChoices} 到 ${mostChoices} 个，回车加一个`,
    en: (no: number) => `${fewestChoices} to ${mostChoices} words for question ${no}; Enter adds one`,
  },
  must: { zh: '必答', en: 'must be answered' },
  remove: { zh: (no: number) => `删去问题 ${no}`, en: (no: number) => `Remove question ${no}` },
  removeShort: { zh: '删去', en: 'Remove' },
  short: { zh: '每个问题至少写 2 个字。', en: 'A question has two characters at least.' },
  totals: { zh: '自拟问题的答复', en: 'Replies to the bureau’s own questions' },
  asked: {
    zh: (n: number) => `已逐个填的 ${numberText(n)} 人里`,
    en: (n: number) => `of ${numberText(n)} children who were answered for singly`,
  },
  question: { zh: '问题', en: 'Question' },
  how: { zh: '怎么答', en: 'Kind' },
  answered: { zh: '答了', en: 'Answered' },
  result: { zh: '汇总', en: 'In sum' },
  oneByOne: { zh: '在名单里逐个看', en: 'to be read child by child' },
  sum: { zh: (n: number) => `合计 ${numberText(n)}`, en: (n: number) => `${numberText(n)} in all` },
});

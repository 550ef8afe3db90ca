/** In which way a question of the bureau's own is answered: yes or no, one of some words, a few words, a number. */
export const questionKinds = ['yes-no', 'choice', 'text', 'number'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** A question of the bureau's own in a campaign. They are fixed when it starts, and known by their number. */
export type Question = {
  readonly text: string;
  readonly kind: QuestionKind;
  /** the words of a choice */ readonly choices: readonly string[];
  /** nothing is handed in without a reply to it */ readonly must: boolean;
};
export type NumberedQuestion = Question & { readonly no: number };

/** What was replied to one: `yes`, `no`, a word of the choice, the text or the number as it was written. */
export type Reply = { readonly no: number; readonly says: string };

/** Whoever goes from house to house answers them at each door, 减负 (policy.md §11). Our choice. */
export const mostQuestions = 8;
export const [fewestChoices, mostChoices] = [2, 6];

/** As it is written at a door: no sign, at most two places. */
const number = /^\d{1,6}(?:\.\d{1,2})?$/;

export type QuestionsFault = 'choices' | 'twice';

/** What is wrong with the questions of a campaign, or undefined: what would leave somebody before a question he cannot answer. */
export function questionsFault(questions: readonly Question[]): QuestionsFault | undefined {
  if (questions.some((question) => !hasItsChoices(question))) return 'choices';
  return isDistinct(questions.map(({ text }) => text)) ? undefined : 'twice';
}

function hasItsChoices({ kind, choices }: Question): boolean {
  if (kind !== 'choice') return choices.length === 0;
  return choices.length >= fewestChoices && choices.length <= mostChoices && isDistinct(choices);
}

function isDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

/** Whether a text can be a reply to a question. */
export function isReplyTo({ kind, choices }: Question, says: string): boolean {
  if (kind === 'yes-no') return says === 'yes' || says === 'no';
  if (kind === 'choice') return choices.includes(says);
  return kind === 'number' ? number.test(says) : says.trim() !== '';
}

/** The questions that must be answered and are not, in their order. */
export function unanswered<Q extends NumberedQuestion>(questions: readonly Q[], replies: readonly Reply[]): readonly Q[] {
  return questions.filter(({ no, must }) => must && !replies.some((reply) => reply.no === no));
}

/** What is wrong with what was written so far of a question, or undefined. */
export function fillFault(question: NumberedQuestion, said: string): 'missing' | 'unfit' | undefined {
  const says = tidy(question, said);
  if (says === '') return question.must ? 'missing' : undefined;
  return isReplyTo(question, says) ? undefined : 'unfit';
}

/** The replies out of what was written, by the number of the question; what was left empty is none. */
export function repliesOf(questions: readonly NumberedQuestion[], filled: Readonly<Record<string, string>>): Reply[] {
  return questions.flatMap((question) => {
    const says = tidy(question, filled[question.no] ?? '');
    return says === '' ? [] : [{ no: question.no, says }];
  });
}

/** A phone may write ３ for 3. */
function tidy({ kind }: Question, said: string): string {
  return kind === 'number' ? said.normalize('NFKC').trim() : said.trim();
}

export type RepliesFault =
  | { readonly fault: 'unasked' }
  | { readonly fault: 'missing' | 'unfit'; readonly question: NumberedQuestion };

/** What is wrong with what was replied, or undefined: to each question of this campaign one reply that fits, to no other any. */
export function repliesFault(questions: readonly NumberedQuestion[], replies: readonly Reply[]): RepliesFault | undefined {
  const asked = new Map(questions.map((question) => [question.no, question]));
  if (new Set(replies.map(({ no }) => no)).size < replies.length) return { fault: 'unasked' };
  for (const { no, says } of replies) {
    const question = asked.get(no);
    if (question === undefined) return { fault: 'unasked' };
    if (!isReplyTo(question, says)) return { fault: 'unfit', question };
  }
  const [first] = unanswered(questions, replies);
  return first && { fault: 'missing', question: first };
}

/** What was replied to a question in sum: how many did, how many with each word, and what numbers come to together. */
export type ReplyTotal = {
  readonly answered: number;
  readonly counts: readonly { readonly says: string; readonly count: number }[];
  readonly sum: number | null;
};

/** The sum of what was replied to one question; texts are counted and read one by one. */
export function totalOf(question: NumberedQuestion, of: readonly (readonly Reply[])[]): ReplyTotal {
  const said = of.flatMap((replies) => replies.filter(({ no }) => no === question.no).map(({ says }) => says));
  const words = question.kind === 'yes-no' ? ['yes', 'no'] : question.choices;
  const hundredths = said.reduce((sum, says) => sum + Math.round(Number(says) * 100), 0);
  return {
    answered: said.length,
    counts: words.map((word) => ({ says: word, count: said.filter((says) => says === word).length })),
    sum: question.kind === 'number' ? hundredths / 100 : null,
  };
}

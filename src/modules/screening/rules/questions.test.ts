import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fillFault,
  type NumberedQuestion,
  type Question,
  questionsFault,
  type Reply,
  repliesFault,
  repliesOf,
  totalOf,
  unanswered,
} from './questions';

const plain = { choices: [], must: false } as const;
const booklet: NumberedQuestion = { ...plain, no: 1, text: '学习用品备齐了吗', kind: 'yes-no', must: true };
const way: NumberedQuestion = { ...plain, no: 2, text: '怎么到校', kind: 'choice', choices: ['走路', '坐校车'] };
const visits: NumberedQuestion = { ...plain, no: 3, text: '家访过几次', kind: 'number' };
const need: NumberedQuestion = { ...plain, no: 4, text: '有什么困难', kind: 'text' };
const all = [booklet, way, visits, need];

describe('the questions of a campaign', () => {
  const choice = (...choices: string[]): Question => ({ text: '怎么到校', kind: 'choice', choices, must: false });
  it.each([
    ['are none', [], undefined],
    ['are of every kind', all, undefined],
    ['give nothing to choose', [choice('走路')], 'choices'],
    ['give too much to choose', [choice('一', '二', '三', '四', '五', '六', '七')], 'choices'],
    ['give the same word twice', [choice('走路', '走路')], 'choices'],
    ['give words where yes or no is asked', [{ ...booklet, choices: ['有', '没有'] }], 'choices'],
    ['ask the same twice', [booklet, { ...visits, text: booklet.text }], 'twice'],
  ] as const)('%s', (_, questions, fault) => {
    expect(questionsFault(questions)).toBe(fault);
  });
});

describe('what is replied', () => {
  it.each([
    ['to what must be answered, and to nothing else', [{ no: 1, says: 'yes' }], undefined],
    ['leaves out what must be answered', [{ no: 2, says: '走路' }], { fault: 'missing', question: booklet }],
    [
      'to a question that is not asked',
      [
        { no: 1, says: 'no' },
        { no: 5, says: '有' },
      ],
      { fault: 'unasked' },
    ],
    [
      'twice to one question',
      [
        { no: 1, says: 'no' },
        { no: 1, says: 'yes' },
      ],
      { fault: 'unasked' },
    ],
    [
      'with a word that is no choice',
      [
        { no: 1, says: 'no' },
        { no: 2, says: '骑马' },
      ],
      { fault: 'unfit', question: way },
    ],
    ['neither yes nor no', [{ no: 1, says: '是' }], { fault: 'unfit', question: booklet }],
    [
      'with a number',
      [
        { no: 1, says: 'no' },
        { no: 3, says: '2.50' },
      ],
      undefined,
    ],
    [
      'with what is no number',
      [
        { no: 1, says: 'no' },
        { no: 3, says: '-1' },
      ],
      { fault: 'unfit', question: visits },
    ],
    [
      'with nothing',
      [
        { no: 1, says: 'no' },
        { no: 4, says: ' ' },
      ],
      { fault: 'unfit', question: need },
    ],
  ] as const)('%s', (_, replies, fault) => {
    expect(repliesFault(all, replies)).toEqual(fault);
  });

  it('is taken for nothing but the questions of its campaign, whatever is sent', () => {
    const reply = fc.record({
      no: fc.integer({ min: 1, max: 8 }),
      says: fc.constantFrom('yes', 'no', '走路', '坐校车', '3', '没有'),
    });
    const some = fc.uniqueArray(fc.constantFrom(...all), { selector: ({ no }) => no });
    let [taken, refused] = [0, 0];
    fc.assert(
      fc.property(some, fc.array(reply, { maxLength: 4 }), (questions, replies: readonly Reply[]) => {
        if (repliesFault(questions, replies) !== undefined) {
          refused += 1;
          return;
        }
        taken += 1;
        for (const { no, says } of replies) {
          const question = questions.find((one) => one.no === no);
          expect(question).toBeDefined();
          if (question?.kind === 'yes-no') expect(['yes', 'no']).toContain(says);
          if (question?.kind === 'choice') expect(question.choices).toContain(says);
          if (question?.kind === 'number') expect(Number(says)).not.toBeNaN();
        }
        expect(new Set(replies.map(({ no }) => no)).size).toBe(replies.length);
        expect(unanswered(questions, replies)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(taken, refused)).toBeGreaterThan(100);
  });

  it('is made of what was written: trimmed, digits of any width, nothing of what was left empty', () => {
    const filled = { '1': 'yes', '2': '', '3': ' ２ ', '4': ' 缺衣服 ', '7': 'of another' };
    const replies = repliesOf(all, filled);
    expect(replies).toEqual([
      { no: 1, says: 'yes' },
      { no: 3, says: '2' },
      { no: 4, says: '缺衣服' },
    ]);
    expect(repliesFault(all, replies)).toBeUndefined();
    expect([fillFault(booklet, ' '), fillFault(way, ''), fillFault(visits, '两次'), fillFault(visits, '３')]).toEqual([
      ...['missing', undefined, 'unfit', undefined],
    ]);
  });

  it('is summed: so many with each word, numbers together, texts only counted; every reply is counted once', () => {
    const of = [
      [
        { no: 1, says: 'yes' },
        { no: 3, says: '0.1' },
      ],
      [
        { no: 1, says: 'no' },
        { no: 2, says: '坐校车' },
        { no: 3, says: '0.2' },
        { no: 4, says: '缺衣服' },
      ],
      [],
    ];
    expect(all.map((question) => totalOf(question, of))).toEqual([
      {
        answered: 2,
        counts: [
          { says: 'yes', count: 1 },
          { says: 'no', count: 1 },
        ],
        sum: null,
      },
      {
        answered: 1,
        counts: [
          { says: '走路', count: 0 },
          { says: '坐校车', count: 1 },
        ],
        sum: null,
      },
      { answered: 2, counts: [], sum: 0.3 },
      { answered: 1, counts: [], sum: null },
    ]);
  });
});

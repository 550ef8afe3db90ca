import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Context, readAs } from '../../../platform/db';
import type { ReplyTotalsView } from '../question-contract';
import type { Reply } from '../rules/questions';
import { one, Screened, villages } from '../testing/screened';
import { tables } from './scope-store';

let county: Screened;
beforeAll(async () => {
  county = await Screened.open();
});
afterAll(() => county.house.close());

const says = (zh: string) => ({ says: { zh: expect.stringContaining(zh) } });
const questions = [
  { text: '学习用品备齐了吗', kind: 'yes-no', choices: [], must: true },
  { text: '怎么到校', kind: 'choice', choices: ['走路', '坐校车'], must: false },
  { text: '有什么困难', kind: 'text', choices: [], must: false },
] as const;
const asked = () => questions.map((question) => ({ ...question, choices: [...question.choices] }));
const totals = (who: Context, id: string, grid?: string) =>
  county.call<ReplyTotalsView>(who, 'GET /api/screening-campaigns/:id/replies', {
    params: { id },
    query: grid === undefined ? {} : { grid },
  });

describe('questions of the bureau’s own', () => {
  let visits = '';
  const targetOf = async (who: Context, id: string, path: string, child: keyof Screened['ids']) =>
    (await county.grid(who, id, path)).rows.find(({ childId }) => childId === county.ids[child])?.targetId ?? '';
  const visit = async (who: Context, path: string, child: keyof Screened['ids'], replies: Reply[]) =>
    county.visit(who, await targetOf(who, visits, path, child), { outcome: 'in-county-enrolled', replies });

  it('are refused where nobody could answer them', async () => {
    const start = (text: string, kind: 'choice' | 'number', choices: string[]) =>
      county.start({ questions: [...asked(), { text, kind, choices, must: false }] });
    await expect(start('谁送', 'choice', ['家长'])).rejects.toMatchObject(says('没有发起：单选题要有 2 到 6 个不同的选项'));
    await expect(start('怎么到校', 'number', [])).rejects.toMatchObject(says('有两个问题写得一样'));
  });

  it('are asked at every door, and what must be answered is', async () => {
    visits = (await county.start({ template: 'special', method: 'home', name: '入户', questions: asked() })).campaignId;
    const { questions: seen } = await county.grid(county.village, visits, villages[0]);
    expect(seen.map(({ no, text }) => [no, text])).toEqual(questions.map(({ text }, at) => [at + 1, text]));
    const tell = (replies: Reply[]) => visit(county.village, villages[0], 'an', replies);
    await expect(tell([])).rejects.toMatchObject(says('“学习用品备齐了吗”必须回答'));
    await expect(tell([{ no: 1, says: '有' }])).rejects.toMatchObject(says('“学习用品备齐了吗”答得不合要求'));
    await expect(
      tell([
        { no: 1, says: 'yes' },
        { no: 4, says: '有' },
      ]),
    ).rejects.toMatchObject({ code: 'reply-unasked' });
    const replies = [
      { no: 1, says: 'no' },
      { no: 2, says: '坐校车' },
      { no: 3, says: '缺一双棉鞋' },
    ];
    const after = await tell(replies);
    expect(after.answers[0]).toMatchObject({ replies });
    expect(after.questions).toEqual(seen);
  });

  it('are summed by what was said last, narrowed to the places of whoever looks', async () => {
    await visit(county.village, villages[0], 'bai', [{ no: 1, says: 'no' }]);
    await visit(county.village, villages[0], 'bai', [{ no: 1, says: 'yes' }]);
    await visit(county.other, villages[1], 'feng', [{ no: 1, says: 'yes' }]);
    const yesNo = (view: ReplyTotalsView) => [view.asked, view.rows[0]?.counts.map(({ count }) => count)];
    expect(yesNo(await totals(county.bureau, visits))).toEqual([3, [2, 1]]);
    expect(yesNo(await totals(county.bureau, visits, villages[1]))).toEqual([1, [1, 0]]);
    expect(yesNo(await totals(county.village, visits))).toEqual([2, [1, 1]]);
    expect(yesNo(await totals(county.village, visits, villages[1]))).toEqual([0, [0, 0]]);
    await expect(totals(county.teacher, visits)).rejects.toMatchObject({ kind: 'absent' });
    const { rows } = await totals(county.bureau, visits);
    expect(rows.map(({ answered }) => answered)).toEqual([3, 1, 1]);
  });

  it('of another campaign are neither asked nor taken', async () => {
    const { campaignId } = await county.start({ template: 'before-term', method: 'phone', name: '电话' });
    const said = { childId: county.ids.an, answer: 'sick' as const };
    const replies = [{ no: 1, says: 'yes' }];
    await expect(county.answerClass(county.teacher, campaignId, { exceptions: [{ ...said, replies }] })).rejects.toMatchObject({
      code: 'reply-unasked',
    });
    expect((await totals(county.bureau, campaignId)).rows).toEqual([]);
  });

  it('of a class are asked about whoever is not there; a list that is sent again keeps what was replied', async () => {
    const { campaignId } = await county.start({ name: '报到', questions: asked() });
    await county.answerClass(county.teacher, campaignId);
    const sick = { childId: county.ids.an, answer: 'sick' as const };
    const send = (replies: Reply[]) => county.answerClass(county.teacher, campaignId, { exceptions: [{ ...sick, replies }] });
    await expect(send([])).rejects.toMatchObject(says('“学习用品备齐了吗”必须回答'));
    await send([{ no: 1, says: 'no' }]);
    await send([]);
    const { answers } = await county.target(county.teacher, await targetOf(county.teacher, campaignId, one.path, 'an'));
    expect(answers.map(({ replies }) => replies)).toEqual([[{ no: 1, says: 'no' }]]);
    expect(await totals(county.bureau, campaignId)).toMatchObject({ asked: 1 });
  });

  it('lie sealed with the answer, and nothing of what was replied in the trail', async () => {
    const [answers, trail] = await readAs(county.house.db, county.house.system, async (trx) => [
      await tables(trx).selectFrom('screening_answer').select('body').execute(),
      await trx.withTables<{ audit_line: { detail: unknown } }>().selectFrom('audit_line').select('detail').execute(),
    ]);
    expect(answers.length).toBeGreaterThan(4);
    expect(answers.filter(({ body }) => body.includes('棉鞋'))).toEqual([]);
    expect(trail.length).toBeGreaterThan(4);
    expect(trail.filter((line) => JSON.stringify(line).includes('棉鞋'))).toEqual([]);
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CountsView, PreviewView, TargetsView, WorkView } from '../contract';
import { exceptions } from '../rules/answers';
import type { SamplesView } from '../sample-contract';
import { one, Screened, school, two, villages } from '../testing/screened';

let county: Screened;
beforeAll(async () => {
  county = await Screened.open();
});
afterAll(() => county.house.close());

const says = (zh: string) => ({ says: { zh: expect.stringContaining(zh) } });

let opening = '';
describe('a campaign', () => {
  it('is previewed, and started as a snapshot of whom it is about, with who answers for each grid', async () => {
    const plan = { template: 'term-opening', method: 'in-school', from: '2025-03-03', until: '2025-03-09' };
    const preview = await county.call<PreviewView>(county.bureau, 'POST /api/screening-previews', { body: plan });
    expect(preview).toMatchObject({ children: 6, grids: 2, owners: 1, nowhere: 1, withoutCount: 0, barred: null });
    const started = await county.start();
    expect(started).toMatchObject({ children: 6, grids: 2 });
    opening = started.campaignId;
    const { rows, sum } = await county.progress(county.bureau, opening, school.path);
    expect(rows.map(({ path, targets, owner }) => [path, targets, owner])).toEqual([
      [one.path, 4, '郑校长'],
      [two.path, 2, '郑校长'],
    ]);
    expect(sum).toMatchObject({ targets: 6, answered: 0, open: 6 });
  });

  it('is refused beside one of its kind that asks the same, without owners, over, or of nobody', async () => {
    await expect(county.start()).rejects.toMatchObject(says('“春季报到”正在查'));
    await expect(county.start({ until: '2025-03-01' })).rejects.toMatchObject(says('结束日早于开始日'));
    await expect(county.start({ template: 'special', grades: [9] })).rejects.toMatchObject(says('没有要查的孩子'));
    await expect(county.start({}, county.teacher)).rejects.toThrow('may not call');
    const bare = await Screened.open({ owners: false });
    const home = { template: 'special', method: 'home' } as const;
    await expect(bare.start(home)).rejects.toMatchObject(says('2 个网格没有责任人'));
    await bare.house.close();
  });
});

describe('a class', () => {
  it('is answered by exception; whoever saw an older list gets the newer one', async () => {
    const { an, bai } = county.ids;
    const said = [
      { childId: an, answer: 'sick' as const, place: '' },
      { childId: bai, answer: 'out-of-school' as const, place: '' },
    ];
    const after = await county.answerClass(county.teacher, opening, { exceptions: said });
    expect(after).toMatchObject({ version: 1, confirmedBy: expect.anything() });
    expect(after.rows.map(({ childId, answer }) => [childId, answer]).sort()).toEqual(
      [
        [an, 'sick'],
        [bai, 'out-of-school'],
        [county.ids.chen, 'there'],
        [county.ids.du, 'there'],
      ].sort(),
    );
    await expect(county.answerClass(county.registrar, opening, { version: 0 })).rejects.toMatchObject({
      code: 'changed-meanwhile',
      extra: { current: expect.objectContaining({ version: 1 }) },
    });
  });

  it('is sent again with a place put right, and the rest as it was', async () => {
    const { an } = county.ids;
    const special = (await county.start({ template: 'special', name: '专项' })).campaignId;
    const said = (place: string) => ({ exceptions: [{ childId: an, answer: 'in-province' as const, place }] });
    await county.answerClass(county.teacher, special, said('沈阳市'));
    const line = (await county.grid(county.teacher, special, one.path)).rows.find(({ childId }) => childId === an);
    await county.answerClass(county.teacher, special, said(''));
    await county.answerClass(county.teacher, special, said('沈阳市 某某小学'));
    const { answers } = await county.target(county.teacher, line?.targetId ?? '');
    expect(answers.map(({ place }) => place)).toEqual(['沈阳市 某某小学', '沈阳市']);
    const accepted = { params: { id: line?.targetId }, body: { verdict: 'sent-back', reason: '请核对', version: 3 } };
    await county.call(county.bureau, 'POST /api/screening-targets/:id/decision', accepted);
  });

  it('refuses children of another grid, days outside, a place that is missing, somebody else’s class, and visits', async () => {
    const of = (childId: string, answer: 'sick' | 'in-province') => ({ exceptions: [{ childId, answer, place: '' }] });
    await expect(county.answerClass(county.teacher, opening, of(county.ids.feng, 'sick'))).rejects.toMatchObject(
      says('1 人不在这个网格'),
    );
    await expect(county.answerClass(county.teacher, opening, of(county.ids.an, 'in-province'))).rejects.toMatchObject(
      says('哪所学校'),
    );
    await expect(county.answerClass(county.teacher, opening, { day: '2025-03-02' })).rejects.toMatchObject(says('日期'));
    await expect(county.answerClass(county.teacher, opening, { path: two.path, version: 0 })).rejects.toMatchObject({
      kind: 'absent',
    });
    await expect(county.answerClass(county.village, opening, { version: 1 })).rejects.toMatchObject({ kind: 'absent' });
  });

  it('tells who is in no school at once; that it is back waits for the bureau, who accepts it', async () => {
    const { an, bai } = county.ids;
    expect([await county.stands(an), await county.stands(bai)]).toEqual(['in-school', 'to-verify']);
    county.onDay('2025-03-05');
    await county.answerClass(county.teacher, opening);
    expect(await county.stands(bai)).toBe('to-verify');
    const { rows } = await targets(county.bureau, opening, { show: 'waiting' });
    expect(rows.map(({ childId, answer }) => [childId, answer])).toEqual([[bai, 'there']]);
    const [line] = rows;
    const decision = { params: { id: line?.targetId }, body: { verdict: 'accepted', version: line?.version } };
    await expect(county.call(county.teacher, 'POST /api/screening-targets/:id/decision', decision)).rejects.toThrow('may not');
    await county.call(county.bureau, 'POST /api/screening-targets/:id/decision', decision);
    expect(await county.stands(bai)).toBe('in-school');
  });

  it('shows who reported on the first day, in the first week, and not', async () => {
    const { reported } = await county.progress(county.bureau, opening);
    expect(reported).toEqual({ 'first-day': 2, 'first-week': 2, later: 0, never: 2 });
    const never = await targets(county.bureau, opening, { cut: 'never' });
    expect(never.rows.map(({ childId }) => childId).sort()).toEqual([county.ids.feng, county.ids.gao].sort());
  });

  it('is signed by its school when every class has answered; what changes after that is seen', async () => {
    await expect(sign()).rejects.toMatchObject(says('还有 1 个班没交（三年级2班）'));
    await county.answerClass(county.registrar, opening, { path: two.path, version: 0 });
    await sign();
    const seen = async (who: Screened['bureau'], place?: string) => {
      const { signed, changed, rows } = await county.progress(who, opening, place);
      return [signed !== null, changed, rows.map((row) => [row.path, row.signed, row.changed])];
    };
    const classes = (changed: number) => [
      [one.path, null, 0],
      [two.path, null, changed],
    ];
    expect(await seen(county.registrar, school.path)).toEqual([true, 0, classes(0)]);
    county.onDay('2025-03-06');
    // The same list once more is no other word.
    await county.answerClass(county.registrar, opening, { path: two.path, version: 1 });
    expect(await seen(county.registrar, school.path)).toEqual([true, 0, classes(0)]);
    const sick = [{ childId: county.ids.feng, answer: 'sick' as const, place: '' }];
    await county.answerClass(county.registrar, opening, { path: two.path, version: 2, exceptions: sick });
    expect(await seen(county.registrar, school.path)).toEqual([true, 1, classes(1)]);
    expect(await seen(county.bureau)).toEqual([false, 1, [[school.path, true, 1]]]);
    for (const who of [county.registrar, county.bureau]) {
      const changed = await targets(who, opening, { show: 'changed' });
      expect(changed.rows.map(({ childId, changed: is }) => [childId, is])).toEqual([[county.ids.feng, true]]);
    }
    await sign();
    expect(await seen(county.registrar, school.path)).toEqual([true, 0, classes(0)]);
  });

  it('whose child is sent back is open, and a list from before does not bring the old answer back', async () => {
    const { du } = county.ids;
    const away = [{ childId: du, answer: 'out-of-school' as const, place: '' }];
    const { version } = await county.answerClass(county.teacher, opening, { exceptions: away });
    const { targetId = '' } =
      (await county.grid(county.teacher, opening, one.path)).rows.find(({ childId }) => childId === du) ?? {};
    const before = await county.target(county.bureau, targetId);
    expect(before).toMatchObject({ mayDecide: true, maySendBack: true, own: false });
    const back = { params: { id: targetId }, body: { verdict: 'sent-back', reason: '请再问家长', version: before.version } };
    await county.call(county.bureau, 'POST /api/screening-targets/:id/decision', back);
    const open = await county.grid(county.teacher, opening, one.path);
    expect([open.confirmedAt, open.version]).toEqual([null, version + 1]);
    for (const exceptions of [away, []]) {
      const old = county.answerClass(county.teacher, opening, { version, exceptions });
      await expect(old).rejects.toMatchObject({ code: 'changed-meanwhile' });
    }
    expect(await county.target(county.bureau, targetId)).toMatchObject({ answer: null, decision: 'sent-back', changed: true });
    await expect(sign()).rejects.toMatchObject(says('还有 1 个班没交（三年级1班）'));
    await county.answerClass(county.teacher, opening, { version: version + 1 });
    expect(await county.target(county.bureau, targetId)).toMatchObject({ answer: 'there', decision: 'waiting' });
  });
});

let home = '';
describe('a visit', () => {
  it('is answered by the village; what is known is confirmed, what is new waits for the bureau', async () => {
    home = (await county.start({ template: 'special', method: 'home', name: '入户' })).campaignId;
    const { rows } = await county.grid(county.village, home, villages[0]);
    expect(rows.length).toBe(5);
    const of = (childId: string) => rows.find((line) => line.childId === childId)?.targetId ?? '';
    const known = await county.visit(county.village, of(county.ids.chen), { outcome: 'in-county-enrolled' });
    expect(known).toMatchObject({ answer: 'in-county-enrolled', decision: 'none' });
    expect(await county.stands(county.ids.lost)).toBe('unplaced');
    const away = {
      outcome: 'out-of-province',
      place: '河北省平泉市 某某小学',
      proofs: ['receiving-school'],
      met: ['parent' as const],
    };
    await expect(county.visit(county.village, of(county.ids.lost), { ...away, place: '' })).rejects.toMatchObject({
      code: 'faults',
    });
    const told = await county.visit(county.village, of(county.ids.lost), away);
    expect(told).toMatchObject({ decision: 'waiting', answers: [{ place: away.place, as: 'village' }] });
    expect(await county.stands(county.ids.lost)).toBe('to-verify');
    await county.call(county.bureau, 'POST /api/screening-targets/:id/decision', {
      params: { id: told.targetId },
      body: { verdict: 'accepted', version: told.version },
    });
    expect(await county.stands(county.ids.lost)).toBe('elsewhere');
  });

  it('is refused to others, when somebody was faster, and of what is not theirs to say; sent back it is open again', async () => {
    const { rows } = await county.grid(county.village, home, villages[0]);
    const id = rows.find(({ childId }) => childId === county.ids.an)?.targetId ?? '';
    await expect(county.target(county.other, id)).rejects.toMatchObject({ kind: 'absent' });
    await expect(county.target(county.teacher, id)).rejects.toMatchObject({ kind: 'absent' });
    await expect(county.visit(county.village, id, { outcome: 'there' })).rejects.toMatchObject({ code: 'outcome-not-yours' });
    await expect(county.visit(county.village, id, { outcome: 'dead', version: 9 })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    const told = await county.visit(county.village, id, { outcome: 'missing' });
    const back = { params: { id }, body: { verdict: 'sent-back', reason: '请再问邻居', version: told.version } };
    await county.call(county.bureau, 'POST /api/screening-targets/:id/decision', back);
    expect(await county.target(county.village, id)).toMatchObject({ answer: null, decision: 'sent-back' });
    expect(await county.stands(county.ids.an)).toBe('in-school');
  });

  it('is decided on by somebody else than whoever gave the answer', async () => {
    const { rows } = await county.grid(county.village, home, villages[0]);
    const id = rows.find(({ childId }) => childId === county.ids.du)?.targetId ?? '';
    const { version } = await county.visit(county.bureau, id, { outcome: 'out-of-school' });
    expect(await county.target(county.bureau, id)).toMatchObject({ mayDecide: false, maySendBack: false, own: true });
    expect(await county.target(county.second, id)).toMatchObject({ mayDecide: true, maySendBack: true, own: false });
    const accept = (who: typeof county.bureau) =>
      county.call(who, 'POST /api/screening-targets/:id/decision', {
        params: { id },
        body: { verdict: 'accepted', version },
      });
    await expect(accept(county.bureau)).rejects.toMatchObject({ code: 'own-answer' });
    await accept(county.second);
    expect(await county.target(county.second, id)).toMatchObject({ decision: 'accepted', answers: [{ as: 'bureau' }] });
  });

  it('is on the list of whoever answers, who sees that the bureau reminded', async () => {
    await expectCounted(home);
    const work = () => county.call<WorkView>(county.village, 'GET /api/screening-work');
    expect((await work()).rows.map(({ name, open, remindedAt }) => [name, open, remindedAt])).toEqual([
      ['入户', expect.any(Number), null],
    ]);
    await county.call(county.bureau, 'POST /api/screening-campaigns/:id/reminders', { params: { id: home }, body: {} });
    expect((await work()).rows[0]?.remindedAt).not.toBeNull();
    county.onDay('2025-03-10');
    const counts = await county.call<CountsView>(county.village, 'GET /api/screening-counts');
    expect(counts.late).toBe(counts.open);
    expect(counts.late).toBeGreaterThan(0);
  });
});

describe('a sample', () => {
  it('is drawn again with its seed; a child that says otherwise is open again', async () => {
    const draw = (body: object) =>
      county.call<{ seed: string }>(county.bureau, 'POST /api/screening-campaigns/:id/samples', {
        params: { id: opening },
        body,
      });
    const { seed } = await draw({ size: 3 });
    await draw({ size: 3, seed });
    const samples = () =>
      county.call<SamplesView>(county.bureau, 'GET /api/screening-campaigns/:id/samples', { params: { id: opening } });
    const [again, first] = (await samples()).rows;
    expect(again?.rows.map(({ targetId }) => targetId)).toEqual(first?.rows.map(({ targetId }) => targetId));
    expect(first).toMatchObject({ seed, size: 3, population: 6 });
    const target = first?.rows[0]?.targetId ?? '';
    await county.call(county.bureau, 'POST /api/screening-samples/:id/calls', {
      params: { id: first?.sampleId },
      body: { targetId: target, result: 'differs' },
    });
    expect((await county.target(county.bureau, target)).answer).toBeNull();
    await expectCounted(opening);
  });
});

it('has on every grid as many targets as answered and open ones, whatever is said in whatever order', async () => {
  const steps = fc.array(
    fc.tuple(
      fc.constantFrom(one.path, two.path),
      fc.subarray([...'abcd'], { minLength: 0 }),
      fc.constantFrom(...exceptions.filter((word) => word !== 'in-province' && word !== 'out-of-province')),
    ),
    { minLength: 1, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      for (const [path, which, answer] of all) {
        const grid = await county.grid(county.registrar, opening, path);
        const named = grid.rows.filter((_, at) => which.includes('abcd'[at] ?? ''));
        const said = named.map(({ childId }) => ({ childId, answer, place: '' }));
        await county.answerClass(county.registrar, opening, { path, exceptions: said });
      }
      for (const place of [undefined, school.path]) {
        const { rows, sum, reported } = await county.progress(county.bureau, opening, place);
        for (const row of [...rows, sum]) {
          const counted = Object.values(row.buckets).reduce((a, b) => a + b, 0);
          expect([row.answered + row.open, counted]).toEqual([row.targets, row.answered]);
        }
        expect(rows.reduce((all, row) => all + row.targets, 0)).toBe(6);
        // The numbers that the database keeps are those of the children, counted one by one.
        const kids = (await targets(county.bureau, opening, { grid: place ?? '211324/', size: 200 })).rows;
        expect([sum.open, sum.waiting]).toEqual([
          kids.filter(({ answer }) => answer === null).length,
          kids.filter(({ decision }) => decision === 'waiting').length,
        ]);
        expect(Object.values(reported ?? {}).reduce((a, b) => a + b, 0)).toBe(6);
      }
    }),
    { numRuns: 8 },
  );
});

it('is closed by the bureau once; then nothing more is said in it', async () => {
  const close = (version: number) =>
    county.call(county.bureau, 'POST /api/screening-campaigns/:id/closing', {
      params: { id: opening },
      body: { reason: '查完了', version },
    });
  await expect(close(9)).rejects.toMatchObject({ code: 'changed-meanwhile' });
  // Whatever chance has said above: a child that was in no school and is there again waits for the bureau.
  const gone = { childId: county.ids.an, answer: 'out-of-school' as const, place: '' };
  for (const exceptions of [[gone], []]) await county.answerClass(county.registrar, opening, { exceptions });
  const { rows } = await targets(county.bureau, opening, { show: 'waiting' });
  const line = rows.find(({ childId }) => childId === gone.childId);
  const decide = (verdict: 'accepted' | 'sent-back') =>
    county.call(county.bureau, 'POST /api/screening-targets/:id/decision', {
      params: { id: line?.targetId },
      body: { verdict, reason: '请再问家长', version: line?.version },
    });
  await close(1);
  expect(await county.target(county.bureau, line?.targetId ?? '')).toMatchObject({ mayDecide: true, maySendBack: false });
  await expect(decide('sent-back')).rejects.toMatchObject(says('没有退回：这次排查已经结束'));
  await decide('accepted');
  await expectCounted(opening);
  await expect(close(2)).rejects.toMatchObject(says('已经结束'));
  await expect(county.answerClass(county.teacher, opening)).rejects.toMatchObject(says('已经结束，不能再填'));
});

function sign(): Promise<unknown> {
  const said = { params: { id: opening }, body: { path: school.path } };
  return county.call(county.registrar, 'POST /api/screening-campaigns/:id/signatures', said);
}

/** The numbers that are kept of a campaign are those of its children, counted one by one. */
async function expectCounted(id: string): Promise<void> {
  const { sum } = await county.progress(county.bureau, id);
  const counted = await Promise.all(
    (['open', 'answered', 'waiting'] as const).map(async (show) => (await targets(county.bureau, id, { show })).total),
  );
  expect([sum.open, sum.answered, sum.waiting]).toEqual(counted);
}

function targets(who: Screened['bureau'], id: string, query: object): Promise<TargetsView> {
  return county.call(who, 'GET /api/screening-campaigns/:id/targets', { params: { id }, query });
}

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Refusal } from '../../../kernel/refusal';
import { newId } from '../../../platform/db';
import type { ChildView, FoundChildren, MergeDetail, MergesView, SourcesView } from '../contract';
import type { MergeStep } from '../rules/merge-state';
import { ChildCounty, classes, homes, type Person, people } from '../testing/county';
import { proposeMerge, type ToldRow } from '../testing/factories';
import { everythingOf } from '../testing/record-store';
import { correct } from './correction-actions';
import { putFacts } from './fact-store';
import { askMerge } from './merge-actions';

let county: ChildCounty;
beforeAll(async () => {
  county = await ChildCounty.open();
});
afterAll(() => county.close());

const household: ToldRow = { kind: 'household', values: { name: '张浩然', birthDay: '2014-05-02', areaPath: homes.V11 } };
const enrolment: ToldRow = {
  kind: 'enrolment',
  values: { name: '张皓然', birthDay: '2014-05-02', schoolPath: classes.A1, guardianPhone: '13804210007' },
};
/** The two records of one child whom the comparison did not put together. */
const twoRecords = () => county.record([household], [enrolment]) as Promise<[string, string]>;

const ask = async (who: Person, kept: string, other: string) =>
  (await county.call<{ mergeId: string }>(people[who], 'POST /api/child-merges', { body: { kept, other, reason: '同一户口簿' } }))
    .mergeId;
const detail = (who: Person, id: string) =>
  county.call<MergeDetail>(people[who], 'GET /api/child-merges/:id', { params: { id } });
async function step(who: Person, id: string, what: MergeStep, version?: number): Promise<MergeDetail> {
  const body = { step: what, reason: '核对过户口簿', version: version ?? (await detail(who, id)).merge.version };
  return county.call(people[who], 'POST /api/child-merges/:id/steps', { params: { id }, body });
}
const see = (who: Person, id: string) => county.call<ChildView>(people[who], 'GET /api/children/:id', { params: { id } });
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    ({ code }: Refusal) => code,
  );
const whole = (ids: readonly string[]) => county.read(county.house.system, (trx) => everythingOf(trx, ids));
async function merged(kept: string, other: string): Promise<string> {
  const id = await ask('officer', kept, other);
  await step('second', id, 'confirm');
  return id;
}
async function apart(id: string): Promise<void> {
  await step('officer', id, 'ask-undo');
  await step('second', id, 'confirm-undo');
}

describe('a merge', () => {
  it('takes two people: whoever asked neither confirms nor refuses', async () => {
    const [kept, other] = await twoRecords();
    const id = await ask('officer', kept, other);
    expect((await detail('officer', id)).merge.steps).toEqual(['withdraw']);
    expect((await detail('second', id)).merge.steps).toEqual(['confirm', 'refuse']);
    expect((await detail('leader', id)).merge.steps).toEqual([]);
    expect(await codeOf(step('officer', id, 'confirm'))).toBe('own-request');
    expect(await codeOf(step('officer', id, 'refuse'))).toBe('own-request');
    expect(await codeOf(step('second', id, 'withdraw'))).toBe('not-yours');
    expect((await step('second', id, 'confirm')).merge.state).toBe('merged');
    await step('officer', id, 'ask-undo');
    expect(await codeOf(step('officer', id, 'confirm-undo'))).toBe('own-request');
    expect((await step('second', id, 'confirm-undo')).merge.state).toBe('undone');
  });

  it('makes one record of two: with all rows, found by everything, answering to both ids', async () => {
    const [kept, other] = await twoRecords();
    await merged(kept, other);
    const one = await see('officer', kept);
    expect(one).toMatchObject({ childId: kept, name: '张浩然', lists: ['household', 'enrolment'] });
    expect(await see('officer', other)).toEqual(one);
    const sources = await county.call<SourcesView>(people.officer, 'GET /api/children/:id/sources', { params: { id: other } });
    expect(sources.rows.map(({ kind }) => kind).sort()).toEqual(['enrolment', 'household']);
    const found = await county.call<FoundChildren>(people.officer, 'GET /api/children', { query: { q: '张皓然' } });
    expect(found.rows.map(({ childId }) => childId)).toContain(kept);
    expect(found.rows.map(({ childId }) => childId)).not.toContain(other);
    expect(await whole([other])).toMatchObject({ names: [], numbers: [], sources: [], facts: [] });
  });

  it('shows beside each record the rows it came with, merged or not', async () => {
    const [kept, other] = await twoRecords();
    const id = await ask('officer', kept, other);
    const kinds = (one: MergeDetail) => [one.kept, one.other].map(({ rows }) => rows.map(({ kind }) => kind));
    expect(kinds(await detail('officer', id))).toEqual([['household'], ['enrolment']]);
    expect(kinds(await step('second', id, 'confirm'))).toEqual([['household'], ['enrolment']]);
  });

  it('lets the class teacher of either see the child, and nobody else', async () => {
    const [kept, other] = await twoRecords();
    expect(await codeOf(see('teacher', kept))).toBe('absent');
    const id = await merged(kept, other);
    expect((await see('teacher', kept)).childId).toBe(kept);
    await apart(id);
    expect(await codeOf(see('teacher', kept))).toBe('absent');
    expect((await see('teacher', other)).childId).toBe(other);
  });

  it('is asked for once: the same request again does nothing, another is told of the first', async () => {
    const [kept, other] = await twoRecords();
    const claim = { key: newId(), requestHash: 'the same' };
    const twice = () => askMerge(county.house.db, { ...people.officer, claim }, { kept, other, reason: '同一户口簿' });
    const first = await twice();
    await expect(twice()).rejects.toMatchObject({ answer: first });
    expect(await codeOf(ask('second', other, kept))).toBe('asked-already');
    const both = await twoRecords();
    const answers = await Promise.all([codeOf(ask('officer', ...both)), codeOf(ask('second', ...both))]);
    expect(answers.sort()).toEqual(['asked-already', 'done']);
  });

  it('is refused on an older version, for one record, for one that is not there, and without a reason', async () => {
    const [kept, other] = await twoRecords();
    const id = await ask('officer', kept, other);
    expect(await codeOf(step('second', id, 'confirm', 7))).toBe('changed-meanwhile');
    expect(await codeOf(ask('officer', kept, kept))).toBe('same-record');
    expect(await codeOf(ask('officer', kept, 'none'))).toBe('absent');
    const body = { step: 'refuse', reason: '', version: 1 };
    expect(await codeOf(county.call(people.second, 'POST /api/child-merges/:id/steps', { params: { id }, body }))).toBe(
      'no-reason',
    );
  });

  it('that was refused can be thought over, unless somebody has asked for it anew', async () => {
    const [kept, other] = await twoRecords();
    const id = await county.write((trx) => proposeMerge(trx, kept, other));
    await step('officer', id, 'refuse');
    expect((await step('officer', id, 'reopen')).merge).toMatchObject({ state: 'proposed', reason: '', decidedBy: '' });
    await step('officer', id, 'refuse');
    await ask('second', kept, other);
    expect(await codeOf(step('officer', id, 'reopen'))).toBe('asked-already');
  });

  it('that was proposed by a comparison is asked for by one and confirmed by another', async () => {
    const [kept, other] = await twoRecords();
    const id = await county.write((trx) => proposeMerge(trx, kept, other));
    expect((await step('officer', id, 'ask')).merge).toMatchObject({ state: 'asked', byProgram: true, steps: ['withdraw'] });
    expect((await step('second', id, 'confirm')).merge.state).toBe('merged');
    const list = await county.call<MergesView>(people.leader, 'GET /api/child-merges', { query: { state: 'merged' } });
    expect(list.rows.map(({ mergeId }) => mergeId)).toContain(id);
    await expect(county.call(people.registrar, 'GET /api/child-merges')).rejects.toThrow('may not call');
  });
});

describe('a merge that is taken apart', () => {
  it('leaves both records as they were, whatever they held', async () => {
    const text = fc.constantFrom('张浩然', '张皓然', '单雪', '欧阳娜娜');
    const row = fc.record({
      kind: fc.constantFrom('household', 'enrolment', 'attending', 'poverty', 'disability'),
      values: fc.record({
        name: text,
        birthDay: fc.constantFrom('2014-05-02', '2014-05-12'),
        guardianPhone: fc.constantFrom('13804210007', '13904210008'),
        areaPath: fc.constantFrom(homes.V11, homes.V21),
      }),
    });
    const record = fc.record({
      rows: fc.array(row, { minLength: 1, maxLength: 4 }),
      corrected: fc.uniqueArray(fc.constantFrom('name', 'birthDay', 'formerName'), { maxLength: 3 }),
      facts: fc.nat({ max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(record, record, async (one, two) => {
        const ids = (await county.record(one.rows as ToldRow[], two.rows as ToldRow[])) as [string, string];
        for (const [at, { corrected, facts }] of [one, two].entries()) await told(ids[at] ?? '', corrected, facts);
        const before = await whole(ids);
        const id = await merged(...ids);
        const sources = await county.call<SourcesView>(people.officer, 'GET /api/children/:id/sources', {
          params: { id: ids[0] },
        });
        expect(sources.rows.length).toBe(one.rows.length + two.rows.length);
        await apart(id);
        expect(await whole(ids)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('keeps what was recorded meanwhile with the record whose row said it', async () => {
    const [kept, other] = await twoRecords();
    const id = await merged(kept, other);
    const { rows } = (await detail('officer', id)).other;
    const evidence = `enrolment:${rows[0]?.rowKey}`;
    const fact = { kind: 'enrolment', happened: '2025-03-09', source: 'register', body: {} } as const;
    await county.write((trx) =>
      putFacts(trx, [
        { ...fact, childId: kept, evidence },
        { ...fact, childId: kept, kind: 'home' },
      ]),
    );
    await apart(id);
    const counted = (await whole([other])) as { facts: readonly { kind: string }[] };
    expect(counted.facts.map(({ kind }) => kind)).toEqual(['enrolment']);
  });

  it('stays one for the program as long as another merge into it is in force', async () => {
    const [kept, other] = await twoRecords();
    const [third] = await twoRecords();
    const first = await merged(kept, other);
    const next = await merged(kept, third);
    const joined = async () => ((await whole([kept])) as { children: readonly { joined: boolean }[] }).children[0]?.joined;
    await apart(first);
    expect(await joined()).toBe(true);
    await apart(next);
    expect(await joined()).toBe(false);
  });

  it('waits until what it went into was taken apart itself', async () => {
    const [kept, other] = await twoRecords();
    const [third] = await twoRecords();
    const before = await whole([kept, other, third]);
    const inner = await merged(kept, other);
    const outer = await merged(third, kept);
    expect((await see('officer', other)).childId).toBe(third);
    await step('officer', inner, 'ask-undo');
    expect(await codeOf(step('second', inner, 'confirm-undo'))).toBe('merged-elsewhere');
    await apart(outer);
    await step('second', inner, 'confirm-undo');
    expect(await whole([kept, other, third])).toEqual(before);
  });
});

async function told(childId: string, corrected: readonly string[], facts: number): Promise<void> {
  for (const field of corrected as ('name' | 'birthDay' | 'formerName')[]) {
    const { version } = await see('officer', childId);
    const value = field === 'birthDay' ? '2014-06-06' : '王小满';
    await correct(
      county.house.db,
      people.officer,
      county.house.ring,
      { id: childId, field },
      { value, reason: '对照户口簿更正', version },
    );
  }
  const fact = { childId, kind: 'home', happened: '2025-03-01', source: 'register', body: {} } as const;
  await county.write((trx) =>
    putFacts(
      trx,
      Array.from({ length: facts }, () => fact),
    ),
  );
}

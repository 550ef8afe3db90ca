import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAs } from '../../../../platform/db';
import { Bureau } from '../../testing/bureau';
import { type ChildrenView, viewOf } from '../../testing/children-view';
import { aCounty } from '../../testing/county';
import type { Row } from '../../testing/factories';
import { findRun } from '../run-store';

const county = aCounty(260);

let bureau: Bureau;
beforeAll(async () => {
  bureau = await Bureau.open();
});
afterAll(() => bureau.close());

const run = (no: number) => readAs(bureau.house.db, bureau.officer, (trx) => findRun(trx, { no }));
const view = (): Promise<ChildrenView> => viewOf(bureau);

const attending = (rows: readonly Row[]): Row[] =>
  rows.map(
    ({ name, birth, sex, idNumber, school, grade, className, guardian1Name }) =>
      ({
        ...{ name, birth, sex, idNumber, school, grade, className, guardian1Name },
      }) as Row,
  );

const lists = { household: county.household, enrolment: county.enrolment, attending: attending(county.enrolment) };

describe('a first comparison', () => {
  it('makes one record a child, and its balance is that of the records', async () => {
    const no = await bureau.compare(lists);
    const found = await run(no);
    const { children, findings } = await view();
    expect(children).toHaveLength(county.household.length);
    expect(children.every(({ rows }) => rows.length === 3)).toBe(true);
    expect(found?.equation.household).toMatchObject({ rows: county.household.length, repeated: 0, grownUp: 0, balanced: true });
    expect(found?.equation.findings).toEqual(findings);
    expect(found?.changes.children).toMatchObject({ fresh: county.household.length, splits: 0, proposals: 0 });
  });

  it('again changes nothing, in whatever order the rows stand', async () => {
    const before = await view();
    const shuffled = (rows: readonly Row[]) => [...rows].reverse();
    const again = await bureau.compare({
      household: shuffled(lists.household),
      enrolment: shuffled(lists.enrolment),
      attending: shuffled(lists.attending),
    });
    const { begun, ended, children, reviews } = (await run(again))?.changes ?? {};
    expect({ begun, ended, children, reviews }).toEqual({
      begun: {},
      ended: {},
      children: { fresh: 0, changed: 0, unlisted: 0, splits: 0, proposals: 0 },
      reviews: { asked: 0, lapsed: 0, gone: 0, followed: 0 },
    });
    expect(await view()).toEqual(before);
  });
});

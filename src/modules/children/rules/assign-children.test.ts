import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AssignmentPlan, assignChildren, type KnownChildren, type RowRef, rowName } from './assign-children';
import { sourceKinds } from './child-values';

const kindOf = { h: 'household', e: 'enrolment', a: 'attending', p: 'poverty', d: 'disability' } as const;

/** `h1 e2 a3`: a cluster of household row 1, enrolment row 2, class list row 3. */
function cluster(text: string): RowRef[] {
  return text.split(' ').map((row) => ({ kind: kindOf[row[0] as keyof typeof kindOf], key: row.slice(1) }));
}

function known(text: Readonly<Record<string, string>>, joined: readonly string[] = []): KnownChildren {
  const childOf = new Map(Object.entries(text).flatMap(([child, rows]) => cluster(rows).map((row) => [rowName(row), child])));
  return { childOf, joined: new Set(joined) };
}

function shown({ children }: AssignmentPlan): Record<string, string> {
  const short = ({ kind, key }: RowRef) => `${kind[0]}${key}`;
  let fresh = 0;
  return Object.fromEntries(children.map(({ child, rows }) => [child ?? `new${++fresh}`, rows.map(short).join(' ')]));
}

const nobody = known({});

describe('a cluster of rows', () => {
  it('becomes a child when none of its rows is known', () => {
    expect(shown(assignChildren([cluster('h1 e1'), cluster('e2')], nobody))).toEqual({ new1: 'h1 e1', new2: 'e2' });
  });

  it('stays the child it is when a list is added, and when its rows get new neighbours', () => {
    expect(shown(assignChildren([cluster('h1 e1 a7')], known({ X: 'h1 e1' })))).toEqual({ X: 'h1 e1 a7' });
    expect(shown(assignChildren([cluster('h9 e1')], known({ X: 'e1' })))).toEqual({ X: 'h9 e1' });
  });

  it('with two known children keeps both, and proposes that people merge them', () => {
    const plan = assignChildren([cluster('h1 e1 a1')], known({ X: 'e1', Y: 'h1' }));
    expect(shown(plan)).toEqual({ Y: 'h1 a1', X: 'e1' });
    expect(plan.proposals).toEqual([{ kept: 'Y', other: 'X' }]);
  });
});

describe('a child whose rows came apart', () => {
  it('goes with its household row', () => {
    const plan = assignChildren([cluster('e1 a1 p1'), cluster('h1')], known({ X: 'h1 e1 a1 p1' }));
    expect(shown(plan)).toEqual({ X: 'h1', new1: 'e1 a1 p1' });
    expect(plan.splits).toEqual([{ child: 'X', kept: cluster('h1'), parted: cluster('e1 a1 p1') }]);
  });

  it('goes with most of its rows where there is no household row', () => {
    expect(shown(assignChildren([cluster('e1'), cluster('e2 a2')], known({ X: 'e1 e2 a2' })))).toEqual({
      new1: 'e1',
      X: 'e2 a2',
    });
  });

  it('leaves the other part to the child that lives there', () => {
    const plan = assignChildren([cluster('h1'), cluster('h2 e1')], known({ X: 'h1 e1', Y: 'h2' }));
    expect(shown(plan)).toEqual({ X: 'h1', Y: 'h2 e1' });
    expect(plan.proposals).toEqual([]);
  });

  it('does not come apart when two people said that it is one child', () => {
    const clusters = [cluster('h1 a5'), cluster('h2 e2'), cluster('h3')];
    expect(shown(assignChildren(clusters, known({ X: 'h1 h2' }, ['X'])))).toEqual({ X: 'h1 h2 e2 a5', new1: 'h3' });
  });

  it('stays whole over a chain of such children', () => {
    const clusters = [cluster('h1'), cluster('h2'), cluster('e1 e2')];
    const { childOf } = known({ X: 'h1 e1', Y: 'h2 e2' });
    const plan = assignChildren(clusters, { childOf, joined: new Set(['X', 'Y']) });
    expect(plan.splits).toEqual([]);
    expect(plan.proposals).toEqual([{ kept: 'X', other: 'Y' }]);
  });
});

/** Rows, a partition of them into clusters, and what some of them were before. */
const anyWorld = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...sourceKinds), fc.constantFrom('1', '2', '3', '4')), {
    selector: String,
    minLength: 1,
    maxLength: 14,
  })
  .chain((rows) =>
    fc.record({
      rows: fc.constant(rows.map(([kind, key]): RowRef => ({ kind, key }))),
      cluster: fc.array(fc.nat(5), { minLength: rows.length, maxLength: rows.length }),
      child: fc.array(fc.constantFrom('', 'A', 'B', 'C', 'D'), { minLength: rows.length, maxLength: rows.length }),
      joined: fc.subarray(['A', 'B', 'C', 'D']),
    }),
  );
type World = typeof anyWorld extends fc.Arbitrary<infer W> ? W : never;

function worldOf({ rows, cluster: numbers, child, joined }: World) {
  const clusters = new Map<number, RowRef[]>();
  rows.forEach((row, at) => {
    clusters.set(numbers[at], [...(clusters.get(numbers[at]) ?? []), row]);
  });
  const childOf = new Map(rows.flatMap((row, at) => (child[at] === '' ? [] : [[rowName(row), child[at]] as const])));
  return { clusters: [...clusters.values()], known: { childOf, joined: new Set(joined) } };
}

const taking = { numRuns: 1000 };

/** What is known after a plan: new children get names of their own. */
function knownAfter(plan: AssignmentPlan, joined: ReadonlySet<string>): KnownChildren {
  const childOf = new Map<string, string>();
  plan.children.forEach(({ child, rows }, at) => {
    for (const row of rows) childOf.set(rowName(row), child ?? `new${at}`);
  });
  return { childOf, joined };
}

describe('whatever the rows and whatever was known', () => {
  it('every row has one child, and no child is lost or stands twice', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { clusters, known: before } = worldOf(world);
        const plan = assignChildren(clusters, before);
        const placed = plan.children.flatMap(({ rows }) => rows.map(rowName));
        expect(placed.toSorted()).toEqual(world.rows.map(rowName).toSorted());
        const children = plan.children.flatMap(({ child }) => child ?? []);
        expect(children.toSorted()).toEqual([...new Set(before.childOf.values())].toSorted());
      }),
      taking,
    );
  });

  it('made again it changes nothing', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { clusters, known: before } = worldOf(world);
        const first = assignChildren(clusters, before);
        const then = knownAfter(first, before.joined);
        const second = assignChildren(clusters, then);
        expect(knownAfter(second, before.joined)).toEqual(then);
        expect(second.splits).toEqual([]);
        expect(second.children.filter(({ child }) => child === undefined)).toEqual([]);
      }),
      taking,
    );
  });

  it('it does not depend on the order of clusters and rows', () => {
    fc.assert(
      fc.property(anyWorld, fc.infiniteStream(fc.nat()), (world, numbers) => {
        const { clusters, known: before } = worldOf(world);
        const shuffle = <T>(list: readonly T[]) =>
          list
            .map((one) => [numbers.next().value ?? 0, one] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, one]) => one);
        const childOf = new Map(shuffle([...before.childOf]));
        const shuffled = assignChildren(shuffle(clusters.map(shuffle)), { childOf, joined: before.joined });
        expect(shuffled).toEqual(assignChildren(clusters, before));
      }),
      taking,
    );
  });

  it('lists added one after another make the children that they make at once, as long as no two known ones meet', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { clusters } = worldOf(world);
        let now: KnownChildren = nobody;
        let met = false;
        for (let lists = 1; lists <= sourceKinds.length; lists++) {
          const there = new Set<string>(sourceKinds.slice(0, lists));
          const plan = assignChildren(
            clusters.map((rows) => rows.filter(({ kind }) => there.has(kind))),
            now,
          );
          met ||= plan.proposals.length > 0;
          now = knownAfter(plan, new Set());
        }
        expect(met).toBe(false);
        const groups = ({ childOf }: KnownChildren) => {
          const found = new Map<string, string[]>();
          for (const [row, child] of childOf) found.set(child, [...(found.get(child) ?? []), row]);
          return [...found.values()].map((rows) => rows.toSorted().join(' ')).toSorted();
        };
        expect(groups(now)).toEqual(groups(knownAfter(assignChildren(clusters, nobody), new Set())));
      }),
      taking,
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical';
import { doneKey, itemSteps, type OpenItem } from './items';
import { isClosed, reasonsOf } from './kinds';
import { changesBetween } from './moved';
import { type Enrolled, type Known, proposeSheet } from './propose';
import { type Added, type Difference, type Settled, settleSheet } from './sheet';

// A class over months: children come, go, fall away and come back; the teacher signs and signs again, the school seals. Whatever the
// order, whoever is registered in the class or was seen in it stands in the sealed account exactly once, and every difference has an item.

type Event =
  | { readonly do: 'change'; readonly child: number; readonly known: Partial<Known> }
  | { readonly do: 'sign'; readonly pick: number; readonly missed: number; readonly strangers: number }
  | { readonly do: 'seal' | 'month' }
  | { readonly do: 'close'; readonly item: number };

const lives: readonly Partial<Known>[] = [
  { enrolled: ['here'], state: 'in-school', standsHere: true, present: 8, absent: 0, leave: 0, seenElsewhere: false },
  { enrolled: ['here'], state: 'absence-followed', standsHere: true, present: 0, absent: 8, leave: 0 },
  { enrolled: ['here'], state: 'on-leave', standsHere: true, present: 0, absent: 0, leave: 8 },
  { enrolled: ['here'], state: 'suspended', standsHere: false, present: 0, absent: 0, leave: 0 },
  { enrolled: ['here'], state: 'home-teaching', standsHere: true, present: 0, absent: 0, leave: 0 },
  { enrolled: ['leaving'], state: 'to-verify', standsHere: false, present: 0, absent: 0, leave: 0 },
  {
    enrolled: ['here', 'elsewhere'],
    state: 'in-school',
    standsHere: false,
    present: 0,
    absent: 0,
    leave: 0,
    seenElsewhere: true,
  },
  { enrolled: ['elsewhere'], state: 'in-school', standsHere: true, present: 6, absent: 1, leave: 0 },
  { enrolled: [], state: 'in-school', standsHere: true, present: 8, absent: 0, leave: 0 },
  { enrolled: [] as Enrolled[], state: null, standsHere: false, present: 0, absent: 0, leave: 0 },
];
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('change' as const), child: fc.nat(), known: fc.constantFrom(...lives) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('sign' as const), pick: fc.nat(), missed: fc.nat(), strangers: fc.nat({ max: 2 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('seal' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('month' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), item: fc.nat() }) },
);

type Kept = OpenItem & { readonly ended: 'no' | 'hand' | 'papers' | 'settled' | 'taken-back' };
type Signed = { readonly settled: Settled; readonly asked: readonly string[]; readonly agree: readonly string[] };

class AClass {
  readonly children: Known[];
  month = 1;
  signed: Signed | undefined;
  items: Kept[] = [];
  sealed: { readonly text: string; readonly signed: Signed } | undefined;

  constructor(size: number) {
    this.children = Array.from({ length: size }, (_, at) => ({
      ...{ childId: `k${at}`, name: `孩子${at}`, sex: '1', called: 8, elsewhere: '', seenElsewhere: false },
      ...{ enrolled: ['here'], state: 'in-school', standsHere: true, present: 8, absent: 0, leave: 0 },
    }));
  }

  /** Whoever has to be accounted for, told apart from the rules: on the register of the class, or seen in it. */
  asked(): readonly string[] {
    const counts = ({ enrolled, present }: Known) => present > 0 || enrolled.includes('here') || enrolled.includes('leaving');
    return this.children.filter(counts).map(({ childId }) => childId);
  }

  sign({ pick, missed, strangers }: Extract<Event, { do: 'sign' }>): void {
    const lines = proposeSheet(this.children);
    const answers = lines.flatMap(({ childId, kind, reason }, at) => {
      const choice = kind === null ? undefined : reasonsOf[kind][(pick + at) % reasonsOf[kind].length];
      return choice === undefined || (reason !== null && pick % 2 === 0) ? [] : [{ childId, reason: choice, words: '说明' }];
    });
    const agree = lines.filter(({ kind }) => kind === null);
    const gone = agree[missed % (agree.length + 1)];
    const added: Added[] = [
      ...(gone ? [{ childId: gone.childId, name: '', kind: 'absent', reason: 'follow', words: '' } as const] : []),
      ...Array.from({ length: strangers }, (_, at) => ({ ...newcomer, name: `新来${at}` })),
    ];
    const settled = settleSheet(lines, answers, added);
    if ('fault' in settled) throw new Error(`not signed: ${settled.fault}`);
    const agreeing = agree.map(({ childId }) => childId).filter((id) => id !== gone?.childId);
    this.signed = { settled, asked: this.asked(), agree: agreeing };
    this.follow(settled);
    this.checkItems(settled);
  }

  /** What the store does with the steps, on plain values. */
  follow({ agreeing, differences }: Settled): void {
    const month = `2025-0${this.month}`;
    const done = new Set(this.items.filter((item) => isDone(item) && item.lastMonth === month).map(doneKey));
    for (const step of itemSteps(month, this.open(), differences, new Map(agreeing.map((id) => [id, 8])), done)) {
      if (step.step === 'found') {
        const { childId, name, kind, reason } = step.difference;
        const item = { itemId: `i${this.items.length}`, childId, name, kind, reason, firstMonth: month, lastMonth: month };
        this.items.push({ ...item, ended: isClosed(step.state) ? 'papers' : 'no' });
      } else if (step.step === 'again') {
        const { kind, reason } = step.difference;
        this.change(step.item.itemId, { kind, reason, lastMonth: month });
      } else this.change(step.item.itemId, { ended: step.step });
    }
  }

  /** Each difference that was just signed is followed once, or was dealt with in this month. */
  checkItems({ differences }: Settled): void {
    for (const difference of differences) {
      const followed = this.open().filter((item) => keyOf(item) === keyOf(difference)).length;
      const done = this.items.some(
        (item) => isDone(item) && item.lastMonth === `2025-0${this.month}` && doneKey(item) === doneKey(difference),
      );
      expect(followed === 1 || (followed === 0 && done), `${difference.name} is followed once`).toBe(true);
    }
  }

  close(at: number): void {
    const open = this.open();
    const chosen = open[at % Math.max(open.length, 1)];
    if (chosen) this.change(chosen.itemId, { ended: 'hand' });
  }

  open(): readonly Kept[] {
    return this.items.filter(({ ended }) => ended === 'no');
  }

  change(id: string, edit: Partial<Kept>): void {
    this.items = this.items.map((item) => (item.itemId === id ? { ...item, ...edit } : item));
  }
}

const isDone = ({ ended }: Kept) => ended === 'hand' || ended === 'papers';
const newcomer = { childId: null, kind: 'extra', reason: 'arriving', words: '' } as const;
const keyOf = ({ childId, name }: Pick<Difference, 'childId' | 'name'>) => childId ?? name;
const classOf = ({ settled }: Signed) => ({ classId: 'c', name: '三年级1班', ...settled });

function checkSealed({ settled, asked, agree }: Signed): void {
  const sealed: Settled = JSON.parse(canonicalJson(settled));
  const names = [...sealed.agreeing, ...sealed.differences.flatMap(({ childId }) => childId ?? [])];
  expect(new Set(names).size, 'nobody stands in it twice').toBe(names.length);
  expect(sealed.agreeing, 'who agrees').toEqual(agree);
  expect(
    asked.filter((id) => !names.includes(id)),
    'whoever nobody accounts for',
  ).toEqual([]);
  const { sums } = sealed;
  const strangers = sealed.differences.filter(({ childId }) => childId === null).length;
  expect(sums.registered + sums.extra, 'the sum').toBe(names.length + strangers);
}

function play(one: AClass, step: Event): void {
  if (step.do === 'change') {
    const at = step.child % one.children.length;
    one.children[at] = { ...(one.children[at] as Known), ...step.known };
  } else if (step.do === 'sign') one.sign(step);
  else if (step.do === 'close') one.close(step.item);
  else if (step.do === 'month') {
    one.month = Math.min(one.month + 1, 9);
    one.signed = undefined;
    one.sealed = undefined;
  } else if (one.signed) {
    checkSealed(one.signed);
    if (one.sealed) {
      // What was sealed before is as it was, and what is otherwise now is told.
      expect(canonicalJson(one.sealed.signed.settled)).toBe(one.sealed.text);
      const changes = changesBetween([classOf(one.sealed.signed)], [classOf(one.signed)]);
      const gist = ({ settled: { sums, differences } }: Signed) =>
        [
          sums.registered,
          sums.attending,
          ...differences.map((d) => `${keyOf(d)} ${d.kind} ${d.reason} ${d.words}`).sort(),
        ].join();
      if (gist(one.sealed.signed) !== gist(one.signed)) expect(changes, 'what changed is told').not.toEqual([]);
      else expect(changes).toEqual([]);
    }
    one.sealed = { text: canonicalJson(one.signed.settled), signed: one.signed };
  }
}

it('no child of the class is unaccounted for in the sealed account, whatever was confirmed, changed and signed in whatever order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.array(event, { minLength: 4, maxLength: 40 }), (size, events) => {
      const one = new AClass(size);
      for (const step of events) {
        const before = one.open().length;
        play(one, step);
        if (step.do === 'change' || step.do === 'seal' || step.do === 'month')
          expect(one.open().length, 'no item is lost').toBe(before);
      }
    }),
    { numRuns: 4000 },
  );
}, 60_000);

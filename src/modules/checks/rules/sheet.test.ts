import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical';
import { doneKey, itemSteps, joined, stepFault } from './items';
import { monthsOf, signDay, usualOpenDay } from './month';
import { changesBetween, movedBetween } from './moved';
import { type Enrolled, type Known, type Line, proposeSheet } from './propose';
import { type Settled, settleSheet } from './sheet';

const usual: Known = {
  ...{ childId: 'a', name: '安然', sex: '2', enrolled: ['here'], state: 'in-school', standsHere: true },
  ...{ called: 15, present: 15, absent: 0, leave: 0, seenElsewhere: false, elsewhere: '' },
};
const says = (child: Partial<Known>) => {
  const [line] = proposeSheet([{ ...usual, ...child }]);
  return line === undefined ? 'not on the sheet' : `${line.kind ?? 'agrees'} ${line.reason ?? '?'}`;
};
const none = { called: 0, present: 0 };

describe('what differs is proposed from the data', () => {
  it.each<[string, Partial<Known>, string]>([
    ['registered and there', {}, 'agrees ?'],
    ['away now and then', { present: 9, absent: 4, leave: 2 }, 'agrees ?'],
    ['not there on any called day', { present: 0, absent: 15, state: 'absence-followed' }, 'absent ?'],
    ['on leave for a few days only', { called: 3, present: 0, leave: 3, state: 'on-leave' }, 'agrees ?'],
    ['on leave all month', { present: 0, leave: 15, state: 'on-leave' }, 'absent long-leave'],
    ['the class was not called', none, 'agrees ?'],
    ['paused with papers', { ...none, state: 'suspended' }, 'absent suspended'],
    ['taught at home', { ...none, state: 'home-teaching' }, 'absent home-teaching'],
    ['noted 转出 by the register', { ...none, enrolled: ['leaving'], state: 'to-verify' }, 'absent leaving'],
    ['registered, and nobody knows where', { ...none, state: 'unplaced', standsHere: false }, 'absent ?'],
    ['registered here and in another school', { ...none, enrolled: ['here', 'elsewhere'], standsHere: false }, 'hollow ?'],
    ['registered here, on the list of another school', { ...none, standsHere: false, seenElsewhere: true }, 'hollow ?'],
    ['registered twice, and in class here', { enrolled: ['here', 'elsewhere'] }, 'wrong wrong-data'],
    [
      'there at first, and suspected to have dropped out since',
      { present: 5, absent: 10, state: 'suspected-dropout' },
      'absent ?',
    ],
    ['there at first, and moved with its register', { enrolled: [], present: 5, standsHere: false }, 'not on the sheet'],
    ['there at first, in the class beside by now', { enrolled: ['school'], present: 5, standsHere: false }, 'not on the sheet'],
    ['there at first, left, its register stayed', { present: 5, standsHere: false, seenElsewhere: true }, 'hollow ?'],
    ['noted 转出 after some days in class', { enrolled: ['leaving'], present: 5, standsHere: false }, 'absent leaving'],
    ['in class, registered nowhere', { enrolled: [] }, 'extra ?'],
    ['in class, registered in the class beside', { enrolled: ['school'] }, 'extra ?'],
    ['in class, registered in another school', { enrolled: ['elsewhere'] }, 'guest ?'],
    ['called once and never there, registered elsewhere', { enrolled: ['elsewhere'], present: 0, absent: 2 }, 'not on the sheet'],
    ['outside the roll', { ...none, enrolled: [], state: null, standsHere: false }, 'not on the sheet'],
  ])('%s', (_, child, wanted) => {
    expect(says(child)).toBe(wanted);
  });
});

const anyChild = fc.record<Known>({
  childId: fc.uuid(),
  name: fc.constantFrom('安然', '白雪', '陈晨', '杜鹃'),
  sex: fc.constantFrom('1', '2'),
  enrolled: fc.subarray<Enrolled>(['here', 'leaving', 'school', 'elsewhere']),
  state: fc.constantFrom('in-school', 'on-leave', 'suspended', 'home-teaching', 'absence-followed', 'unplaced', null),
  standsHere: fc.boolean(),
  called: fc.constant(8),
  present: fc.constantFrom(0, 0, 3, 8),
  absent: fc.constantFrom(0, 0, 5),
  leave: fc.constantFrom(0, 0, 8),
  seenElsewhere: fc.boolean(),
  elsewhere: fc.constant(''),
});

it('the sums hold for every class, however its differences are answered', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyChild, { maxLength: 60, selector: ({ childId }) => childId }),
      fc.nat({ max: 3 }),
      fc.boolean(),
      (children, strangers, inClass) => {
        const lines = proposeSheet(children);
        const answers = lines.flatMap((line) => {
          if (line.kind === null) return [];
          const reason = line.kind === 'absent' && inClass ? 'in-class' : 'other';
          return [{ childId: line.childId, reason, words: '说明' } as const];
        });
        const left = lines.find(({ kind }) => kind === null);
        const gone = left ? [{ childId: left.childId, name: '', kind: 'absent', reason: 'follow', words: '' } as const] : [];
        const added = Array.from({ length: strangers }, (_, at) => ({
          ...({ childId: null, name: `新来${at}`, kind: 'extra', reason: 'arriving', words: '' } as const),
        }));
        const { sums, differences, agreeing } = settled(settleSheet(lines, answers, [...gone, ...added]));
        // Counted apart: who sits in class is whom the rolls have there, less whom the teacher misses, and whoever he knows better.
        const wrong = inClass ? lines.filter(({ kind }) => kind === 'absent').length : 0;
        const attending = lines.filter((line) => line.attends).length - gone.length + wrong + strangers;
        expect(sums.attending).toBe(attending);
        expect(sums.registered).toBe(sums.both + sums.absent);
        expect(sums.attending).toBe(sums.both + sums.extra);
        expect(sums.registered).toBe(lines.filter(({ registered }) => registered).length);
        const lists = differences.filter(({ kind, childId }) => kind !== 'extra' && kind !== 'guest' && childId !== null).length;
        expect(agreeing.length + lists).toBe(sums.registered);
      },
    ),
  );
});

describe('a sheet is signed', () => {
  const [agrees] = proposeSheet([usual]) as [Line];
  const [away] = proposeSheet([{ ...usual, childId: 'b', name: '白雪', present: 0, absent: 15 }]) as [Line];
  const faultOf = (answer: ReturnType<typeof settleSheet>) => ('fault' in answer ? answer.fault : 'none');
  const follow = { childId: 'b', reason: 'follow', words: '' } as const;

  it('without a word where everybody agrees', () => {
    expect(settled(settleSheet([agrees], [], []))).toMatchObject({
      agreeing: [{ childId: 'a' }],
      differences: [],
      sums: { both: 1 },
    });
  });
  it('not before each difference has its answer, of the kind it can have', () => {
    expect(faultOf(settleSheet([agrees, away], [], []))).toBe('unanswered');
    expect(faultOf(settleSheet([agrees, away], [{ ...follow, reason: 'arriving' }], []))).toBe('odd');
    expect(faultOf(settleSheet([agrees, away], [{ ...follow, reason: 'other' }], []))).toBe('words');
    expect(faultOf(settleSheet([agrees, away], [{ ...follow, childId: 'z' }], []))).toBe('stranger');
    expect(faultOf(settleSheet([agrees, away], [follow, follow], []))).toBe('twice');
    expect(faultOf(settleSheet([agrees, away], [follow], []))).toBe('none');
  });
  it('with what the teacher knows better: a child that is not there, and one that is on no list', () => {
    const gone = { childId: 'a', name: '', kind: 'absent', reason: 'follow', words: '' } as const;
    const fresh = { childId: null, name: '程小雨', kind: 'extra', reason: 'arriving', words: '' } as const;
    expect(settled(settleSheet([agrees, away], [follow], [gone, fresh])).sums).toMatchObject({
      ...{ registered: 2, both: 0, absent: 2, attending: 1, extra: 1, arriving: 1 },
    });
    expect(faultOf(settleSheet([agrees, away], [follow], [{ ...gone, kind: 'extra', reason: 'arriving' }]))).toBe('odd');
    expect(faultOf(settleSheet([agrees], [], [{ ...fresh, name: '' }]))).toBe('odd');
    expect(faultOf(settleSheet([agrees], [], [fresh, fresh]))).toBe('twice');
  });
  it('and whoever looks again sees what has changed since', () => {
    expect(movedBetween([agrees, away], [{ ...agrees, kind: 'absent', attends: false }])).toEqual([
      { name: '安然', how: 'differs' },
      { name: '白雪', how: 'left' },
    ]);
    expect(movedBetween([agrees], [agrees, away])).toEqual([{ name: '白雪', how: 'came' }]);
    expect(movedBetween([agrees], [{ ...agrees, present: 3 }])).toEqual([]);
  });
});

describe('the list', () => {
  const [away] = proposeSheet([{ ...usual, present: 0, absent: 15 }]) as [Line];
  const difference = settled(settleSheet([away], [{ childId: 'a', reason: 'follow', words: '' }], [])).differences;
  const item = { itemId: 'i', childId: 'a', name: '安然', kind: 'absent', reason: 'follow', elsewhere: '' } as const;
  const open = { ...item, firstMonth: '2025-02', lastMonth: '2025-02' };
  const none: ReadonlySet<string> = new Set();
  type Given = Parameters<typeof itemSteps>;
  const steps = (month: string, items: Given[1], found: Given[2], agreeing: Given[3], done = none) =>
    itemSteps(month, items, found, agreeing, done).map(({ step }) => step);

  it('joins the same difference of the next month, closes what agrees by now, and takes back what was not so', () => {
    expect(steps('2025-03', [], difference, new Map())).toEqual(['found']);
    expect(steps('2025-03', [open], difference, new Map())).toEqual(['again']);
    expect(itemSteps('2025-03', [open], [], new Map([['a', 12]]), none)).toMatchObject([
      { step: 'settled', state: 'back', present: 12 },
    ]);
    expect(steps('2025-03', [open], [], new Map())).toEqual([]);
    expect(steps('2025-02', [open], [], new Map())).toEqual(['taken-back']);
  });
  it('is not closed by a child that agrees while nobody has called it, nor wrong data by a child that is in class', () => {
    expect(steps('2025-03', [open], [], new Map([['a', 0]]))).toEqual([]);
    const wrong = { ...open, kind: 'wrong', reason: 'wrong-data' } as const;
    expect(steps('2025-03', [wrong], [], new Map([['a', 12]]))).toEqual([]);
    expect(steps('2025-03', [{ ...wrong, reason: 'in-class' }], [], new Map([['a', 12]]))).toEqual(['settled']);
    expect(steps('2025-03', [{ ...wrong, elsewhere: '听泉小学' }], [], new Map([['a', 12]]))).toEqual(['settled']);
  });
  it('does not lose what a later month has seen when an earlier one is signed late', () => {
    const april = { ...open, firstMonth: '2025-04', lastMonth: '2025-04' };
    expect(steps('2025-03', [april], [], new Map([['a', 12]]))).toEqual([]);
    expect(steps('2025-03', [{ ...april, firstMonth: '2025-03' }], [], new Map([['a', 12]]))).toEqual([]);
    expect(steps('2025-03', [april], difference, new Map())).toEqual(['again']);
    const suspended = { kind: 'absent', reason: 'suspended' } as const;
    expect(joined(april, suspended, '2025-03')).toMatchObject({ firstMonth: '2025-03', lastMonth: '2025-04', reason: 'follow' });
    expect(joined(april, suspended, '2025-05')).toMatchObject({
      firstMonth: '2025-04',
      lastMonth: '2025-05',
      reason: 'suspended',
    });
    expect(joined({ ...april, firstMonth: '2025-02' }, suspended, '2025-03')).toBeUndefined();
  });
  it('does not open again what was dealt with in this month when the class is signed once more for something else', () => {
    const done = new Set(difference.map(doneKey));
    expect(steps('2025-03', [], difference, new Map(), done)).toEqual([]);
    const otherwise = difference.map((one) => ({ ...one, reason: 'suspended' as const }));
    expect(steps('2025-03', [], otherwise, new Map(), done)).toEqual(['found']);
  });
  it('is closed with words that show it, and stays closed', () => {
    expect(stepFault('following', 'back', '')).toBe('note');
    expect(stepFault('following', 'back', '3 月 12 日起正常到校')).toBeUndefined();
    expect(stepFault('following', 'visiting', '')).toBeUndefined();
    expect(stepFault('back', 'following', '')).toBe('closed');
  });
  it('says what is otherwise in a later account', () => {
    const { sums } = settled(settleSheet([away], [{ childId: 'a', reason: 'follow', words: '' }], []));
    const one = { classId: 'c', name: '三年级1班', sums, agreeing: [], differences: difference };
    expect(changesBetween([one], [one])).toEqual([]);
    const later = { ...one, sums: { ...sums, attending: 5 }, differences: [] };
    expect(changesBetween([one], [later]).map(({ what, before, after }) => `${what} ${before} ${after}`)).toEqual([
      'attending 0 5',
      'gone follow null',
    ]);
    expect(changesBetween([], [one]).map(({ what }) => what)).toEqual(['class-new']);
  });
  it('says it too where one child stands for another and every number is the same', () => {
    const signed = (...children: readonly Known[]) => {
      const { agreeing, differences, sums } = settled(settleSheet(proposeSheet(children), [], []));
      return [{ classId: 'c', name: '三年级1班', agreeing, differences, sums }];
    };
    const [other, onLeave] = [{ ...usual, childId: 'b', name: '白雪' }, { state: 'on-leave', present: 12, leave: 3 } as const];
    const says = (...[before, after]: readonly [readonly Known[], readonly Known[]]) =>
      changesBetween(signed(...before), signed(...after)).map(({ what, name, before: was }) => `${what} ${name} ${was}`);
    expect(says([usual], [other])).toEqual(['came 白雪 null', 'left 安然 null']);
    expect(says([usual, { ...other, ...onLeave }], [{ ...usual, ...onLeave }, other])).toEqual([
      'state 安然 in-school',
      'state 白雪 on-leave',
    ]);
    const suspended = { present: 0, state: 'suspended' } as const;
    expect(says([usual, { ...other, ...suspended }], [{ ...usual, ...suspended }, other])).toEqual([
      'new 安然 null',
      'gone 白雪 suspended',
    ]);
    expect(says([{ ...usual, ...suspended }], [{ ...usual, ...suspended, called: 16 }])).toEqual(['detail 安然 suspended']);
  });
});

describe('a month', () => {
  const without = (off: readonly string[]) => ({
    isSchoolDay: (day: string) => !off.some((one) => day.startsWith(one)),
    schoolDaysBetween: (first: string) => (off.some((one) => first.startsWith(one)) ? 0 : 20),
  });
  it('opens on the 20th, on the next school day, or else on the last one', () => {
    expect(usualOpenDay('2025-03', without([]))).toBe('2025-03-20');
    expect(usualOpenDay('2025-03', without(['2025-03-20', '2025-03-21']))).toBe('2025-03-22');
    expect(usualOpenDay('2025-01', without(['2025-01-1', '2025-01-2', '2025-01-3']))).toBe('2025-01-09');
    expect(usualOpenDay('2025-08', without(['2025-08']))).toBeUndefined();
  });
  it('is signed within five school days, and before the month is over', () => {
    expect(signDay('2025-03', '2025-03-20', without([]))).toBe('2025-03-25');
    expect(signDay('2025-03', '2025-03-20', without(['2025-03-22', '2025-03-23']))).toBe('2025-03-27');
    expect(signDay('2025-01', '2025-01-09', without(['2025-01-1', '2025-01-2', '2025-01-3']))).toBe('2025-01-09');
  });
  it('is checked where it has school days', () => {
    expect(monthsOf('2024-2025', without(['2025-07', '2025-08']))).toEqual([
      ...['2024-09', '2024-10', '2024-11', '2024-12', '2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06'],
    ]);
  });
});

it('the same content is the same text, in whatever order it was put together', () => {
  expect(canonicalJson({ b: [1, { d: null, c: '丙' }], a: undefined })).toBe('{"b":[1,{"c":"丙","d":null}]}');
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
    }),
  );
});

function settled(answer: ReturnType<typeof settleSheet>): Settled {
  if ('fault' in answer) throw new Error(`not signed: ${answer.fault}`);
  return answer;
}

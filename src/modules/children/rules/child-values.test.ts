import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../../kernel/id-number';
import { type ChildSource, sourceKinds, winningValues } from './child-values';

const body = '21132420140502001';
const number = body + checkDigit(body);
const typo = `${number.slice(0, 15)}9${number.slice(16)}`;

const row = (kind: ChildSource['kind'], rowKey: string, values: ChildSource['values'], asOf = '2025-03-01'): ChildSource => ({
  kind,
  rowKey,
  asOf,
  values,
});

describe('whose word counts', () => {
  it('is the household register for who somebody is, and the enrolment for the school', () => {
    const { values, wonBy } = winningValues([
      row('attending', 'a', { name: '李名', school: '公营子小学', grade: '5' }),
      row('enrolment', 'e', { name: '李铭', school: '水泉小学', grade: '4', studentNumber: 'G1' }),
      row('household', 'h', { name: '李明', birthDay: '2014-05-02', areaPath: '211324/211324101/', township: '公营子镇' }),
    ]);
    expect(values).toEqual({
      name: '李明',
      birthDay: '2014-05-02',
      studentNumber: 'G1',
      areaPath: '211324/211324101/',
      township: '公营子镇',
      school: '水泉小学',
      grade: '4',
    });
    expect(wonBy).toEqual({
      ...{ name: 'household:h', birthDay: 'household:h', home: 'household:h' },
      ...{ studentNumber: 'enrolment:e', schooling: 'enrolment:e' },
    });
  });

  it('is the newest list among lists of one kind', () => {
    const rows = [
      row('enrolment', 'a', { school: '水泉小学' }, '2024-09-01'),
      row('enrolment', 'b', { school: '南哨小学' }, '2025-03-03'),
    ];
    expect(winningValues(rows).values.school).toBe('南哨小学');
    expect(winningValues(rows.toReversed()).values.school).toBe('南哨小学');
  });

  it('is, of two enrolments of one day, the school where the child sits in class', () => {
    const rows = [
      row('enrolment', 'a', { school: '水泉小学', schoolPath: '211324/s1/c1/' }),
      row('enrolment', 'b', { school: '南哨小学', schoolPath: '211324/s2/' }),
      row('attending', 'c', { school: '南哨小学', schoolPath: '211324/s2/c9/' }),
    ];
    expect(winningValues(rows).wonBy.schooling).toBe('enrolment:b');
  });

  it('is another list where the first one has a number that cannot be one, or an address nobody finds', () => {
    const { wonBy } = winningValues([
      row('household', 'h', { idNumber: typo, address: '某处', township: '某镇' }),
      row('enrolment', 'e', { idNumber: number, areaPath: '211324/211324101/', township: '公营子镇' }),
    ]);
    expect(wonBy).toEqual({ idNumber: 'enrolment:e', address: 'household:h', home: 'enrolment:e' });
    expect(winningValues([row('household', 'h', { idNumber: typo })]).values.idNumber).toBe(typo);
  });

  it('is above all a person who put it right', () => {
    const rows = [row('household', 'h', { name: '李名', sex: '1' })];
    const { values, wonBy } = winningValues(rows, { name: { name: '李明' } });
    expect(values).toEqual({ name: '李明', sex: '1' });
    expect(wonBy).toEqual({ name: 'correction', sex: 'household:h' });
  });

  it('takes residence and schooling whole from one row', () => {
    const { values } = winningValues([
      row('enrolment', 'e', { school: '水泉小学' }),
      row('attending', 'a', { school: '水泉小学', grade: '4', className: '2班' }),
    ]);
    expect(values).toEqual({ school: '水泉小学' });
  });
});

const anySource: fc.Arbitrary<ChildSource> = fc.record({
  kind: fc.constantFrom(...sourceKinds),
  rowKey: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  asOf: fc.constantFrom('2024-09-01', '2025-03-01'),
  values: fc.record(
    {
      name: fc.constantFrom('李明', '李名', ''),
      idNumber: fc.constantFrom(number, typo, ''),
      birthDay: fc.constantFrom('2014-05-02', '2014-02-30'),
      school: fc.constantFrom('水泉小学', '南哨小学'),
      schoolPath: fc.constantFrom('211324/s1/', '211324/s2/c/'),
      areaPath: fc.constantFrom('', '211324/211324101/'),
      township: fc.constantFrom('公营子镇', '水泉镇'),
    },
    { requiredKeys: [] },
  ),
});

it('does not depend on the order of the rows', () => {
  const distinct = fc.uniqueArray(anySource, { selector: ({ kind, rowKey }) => kind + rowKey, maxLength: 6 });
  fc.assert(
    fc.property(
      distinct.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      ([rows, shuffled]) => {
        expect(winningValues(shuffled)).toEqual(winningValues(rows));
      },
    ),
    { numRuns: 500 },
  );
});

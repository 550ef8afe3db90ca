import { describe, expect, it } from 'vitest';
import { aCounty } from '../testing/county';
import { type Row, registerOf } from '../testing/factories';
import { findCandidates, type KeyKind, PairList } from './blocks';
import { buildNameTable } from './name-table';
import { Dictionaries, peopleOf } from './people';

const county = aCounty(600);

/** What a field may hold after somebody got it entirely wrong. */
const spoilings = {
  name: { name: '欧阳长青' },
  birth: { birth: '2009-11-11' },
  village: { township: '兴隆庄镇', village: '章京营' },
  guardian: { guardian1Name: '赫连德福' },
  telephone: { guardian1Phone: '15900000000' },
} as const satisfies Record<string, Row>;
type Spoiling = keyof typeof spoilings;
const spoilable = Object.keys(spoilings).filter((key): key is Spoiling => key in spoilings);
const pairsOfFields = spoilable.flatMap((one, at) => spoilable.slice(at + 1).map((other) => [one, other] as const));

describe('candidates', () => {
  it.each(pairsOfFields)('still hold the child when %s and %s are wrong', (one, other) => {
    const spoilt = county.household.map((row) => ({ ...row, ...spoilings[one], ...spoilings[other], idNumber: '' }));
    // One row at a time: a county where everybody has the same wrong name is another matter.
    const missed = spoilt.flatMap((row, at) => (at % 9 === 0 && !finds([row], county.household).includes(`0-${at}`) ? [at] : []));
    expect(missed).toEqual([]);
  });

  describe.each(['telephone', 'guardian'] as const)('in registers without the %s', (missing) => {
    const blank = missing === 'telephone' ? { guardian1Phone: '' } : { guardian1Name: '' };
    const bare = county.household.map((row) => ({ ...row, ...blank, idNumber: '' }));
    const rest = pairsOfFields.filter((pair) => !pair.includes(missing));
    it.each(rest)('still hold the child when %s and %s are wrong', (one, other) => {
      const missed = bare.flatMap((row, at) => {
        const spoilt = { ...row, ...spoilings[one], ...spoilings[other] };
        return at % 9 === 0 && !finds([spoilt], bare).includes(`0-${at}`) ? [at] : [];
      });
      expect(missed).toEqual([]);
    });
  });

  it('hold each pair once', () => {
    const found = finds(county.household, county.enrolment);
    expect(new Set(found).size).toBe(found.length);
    expect(found.length).toBeGreaterThan(county.household.length);
  });

  it('are found through a former name', () => {
    const renamed = { name: '李浩然', formerName: '王宏伟', birth: '2013-03-05' };
    const other = { name: '赵雪', formerName: '钱雪', birth: '2014-01-01' };
    expect(finds([renamed], [{ name: '王宏伟', birth: '2013-03-05' }, other])).toEqual(['0-0']);
    expect(finds([{ name: '王宏伟', birth: '2013-03-05' }, other], [renamed])).toEqual(['0-0']);
  });

  it('are nobody for a row that shares nothing', () => {
    expect(finds([{ name: '李宏伟', birth: '2013-03-05' }], [{ name: '王雪', birth: '2014-01-01' }])).toEqual([]);
    expect(finds([{}], [{}])).toEqual([]);
  });

  it('are looked for among the asked rows only', () => {
    const rows = [{ name: '李宏伟' }, { name: '王雪' }];
    const { left, right, names } = sides(rows, rows);
    const found = findCandidates(left, Uint32Array.of(1), right, names);
    expect([...found.rows, ...found.starts, ...found.others]).toEqual([1, 0, 1, 1]);
  });
});

describe('a key', () => {
  const bySurname: KeyKind = { cap: 3, keysOf: (people, names) => [(row) => names.first[people.name[row]]] };

  it('that finds more rows than its cap finds none', () => {
    const three = ['王一', '王二', '王三'].map((name) => ({ name }));
    expect(finds([{ name: '王雪' }], three, [bySurname])).toHaveLength(3);
    expect(finds([{ name: '王雪' }], [...three, { name: '王四' }], [bySurname])).toHaveLength(0);
  });

  it('of 0 is no key', () => {
    expect(finds([{ birth: '2013-03-05' }], [{ birth: '2013-03-05' }], [bySurname])).toEqual([]);
  });
});

describe('a list of pairs', () => {
  it('grows as far as it must', () => {
    const pairs = new PairList(1);
    for (let at = 0; at < 1000; at++) pairs.push(at, at * 2);
    expect(pairs.count).toBe(1000);
    expect([pairs.first[999], pairs.second[999], pairs.first[0]]).toEqual([999, 1998, 0]);
  });
});

function finds(asked: readonly Row[], others: readonly Row[], kinds?: readonly KeyKind[]): string[] {
  const { left, right, names } = sides(asked, others);
  const rows = Uint32Array.from(asked, (_, at) => at);
  const found = findCandidates(left, rows, right, names, kinds);
  return asked.flatMap((_, at) =>
    Array.from(found.others.subarray(found.starts[at], found.starts[at + 1]), (row) => `${at}-${row}`),
  );
}

function sides(left: readonly Row[], right: readonly Row[]) {
  const dictionaries = new Dictionaries();
  const [a, b] = [left, right].map((rows) => peopleOf(registerOf('household', rows), dictionaries));
  return { left: a, right: b, names: buildNameTable(dictionaries.names) };
}

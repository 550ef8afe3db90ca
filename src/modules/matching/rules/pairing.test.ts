import { describe, expect, it } from 'vitest';
import { compareIn } from '../testing/comparing';
import { aCounty, enrolmentOf } from '../testing/county';
import { idOf, oneDigitWrong, type Row } from '../testing/factories';

const county = aCounty(900);

const li: Row = {
  ...{ name: '李宏伟', birth: '2013-03-05', sex: '男', idNumber: idOf('2013-03-05', 917) },
  ...{ guardian1Name: '李建国', guardian1Phone: '13912340001', township: '水泉镇', village: '桥子' },
};
const spoiltId = oneDigitWrong(li.idNumber ?? '');

/** The same person under other words. */
function alias(row: Row, changes: Row): Row {
  return { ...row, ...changes };
}

/** Children who are easily taken for 李宏伟. */
const others: readonly (readonly [string, Row])[] = [
  ['twin brother', alias(li, { name: '李宏杰', idNumber: idOf('2013-03-05', 919) })],
  ['twin sister', alias(li, { name: '李宏雪', sex: '女', idNumber: idOf('2013-03-05', 918) })],
  ['younger brother', alias(li, { name: '李宏杰', birth: '2015-07-21', idNumber: idOf('2015-07-21', 919) })],
  ['elder sister', alias(li, { name: '李雪', sex: '女', birth: '2011-10-02', idNumber: idOf('2011-10-02', 918) })],
  [
    'cousin',
    alias(li, {
      ...{ name: '李宏博', birth: '2013-08-14', idNumber: idOf('2013-08-14', 919) },
      ...{ guardian1Name: '李建军', guardian1Phone: '13912340002' },
    }),
  ],
  [
    'namesake of another village',
    alias(li, {
      ...{ birth: '2012-11-30', idNumber: idOf('2012-11-30', 919), village: '河东', township: '南哨镇' },
      ...{ guardian1Name: '李德全', guardian1Phone: '13912340003' },
    }),
  ],
];

describe('a child that is enrolled', () => {
  it.each<[string, Row]>([
    ['in every field alike', {}],
    ['without an ID number', { idNumber: '' }],
    ['with one digit of the number wrong', { idNumber: spoiltId }],
    ['with a number and a name misspelt', { idNumber: spoiltId, name: '李红伟' }],
    ['without a number, under another telephone', { idNumber: '', guardian1Phone: '13700000000' }],
    ['without a number, its mother as guardian', { idNumber: '', guardian1Phone: '13700000000', guardian1Name: '赵桂芝' }],
    ['without a number, the name in traditional characters', { idNumber: '', name: '李宏偉' }],
    ['without a number, one day off', { idNumber: '', birth: '2013-03-06' }],
    ['renamed, the number alone the same', { name: '赵子轩', guardian1Name: '赵强', guardian1Phone: '13700000000' }],
    ['renamed, without a number, the former name written down', { name: '李子轩', formerName: '李宏伟', idNumber: '' }],
    ['under an old region code', { idNumber: idOf('2013-03-05', 917, '211302') }],
  ])('is found: %s', (_, changes) => {
    const { household, enrolment, linked } = compareIn(county, { household: [li], enrolment: [enrolmentOf(alias(li, changes))] });
    expect({ household, enrolment, linked }).toEqual({ household: ['enrolled'], enrolment: ['matched'], linked: ['0-0'] });
  });

  it('is found with its reasons', () => {
    const { evidence } = compareIn(county, {
      household: [li],
      enrolment: [enrolmentOf(alias(li, { idNumber: '', name: '李洪伟' }))],
    });
    expect(evidence(0, 0)).toEqual(expect.arrayContaining(['姓名同音：宏/洪', '出生日期相同', '监护人和电话相同', '同村']));
  });
});

describe('a number one slip away', () => {
  it('brings two rows together that share nothing else that could be looked up', () => {
    const bare: Row = { name: '李洪伟', idNumber: spoiltId };
    const { household, evidence } = compareIn(county, { household: [li], enrolment: [bare] });
    expect(household).not.toEqual(['not-enrolled']);
    expect(evidence(0, 0)).toContain('身份证号只差一处');
  });
});

describe('a child that is not enrolled', () => {
  it('is found by nobody', () => {
    const { household, linked, asked } = compareIn(county, { household: [li] });
    expect({ household, linked, asked }).toEqual({ household: ['not-enrolled'], linked: [], asked: [] });
  });

  const numbers: readonly (readonly [string, (row: Row) => Row])[] = [
    ['with a number', (row) => row],
    ['without a number', (row) => alias(row, { idNumber: '' })],
    ['with a spoilt number', (row) => alias(row, { idNumber: oneDigitWrong(row.idNumber ?? '') })],
  ];
  describe.each(others)('with an enrolled %s', (_, other) => {
    it.each(numbers)('is not taken for the other: enrolled %s', (_number, written) => {
      const { household, linked } = compareIn(county, { household: [li, other], enrolment: [enrolmentOf(written(other))] });
      expect({ household, linked }).toEqual({ household: ['not-enrolled', 'enrolled'], linked: ['1-0'] });
    });

    it.each(numbers)('is not taken for the other where the other’s household is elsewhere: enrolled %s', (_number, written) => {
      const { household, linked } = compareIn(county, { household: [li], enrolment: [enrolmentOf(written(other))] });
      expect(linked).toEqual([]);
      expect(household).not.toContain('enrolled');
    });

    it('is not taken for the other where neither has a number', () => {
      const [mine, theirs] = [li, other].map((row) => alias(row, { idNumber: '' }));
      const { household, linked } = compareIn(county, { household: [mine, theirs], enrolment: [enrolmentOf(theirs)] });
      expect({ household, linked }).toEqual({ household: ['not-enrolled', 'enrolled'], linked: ['1-0'] });
    });
  });

  it('is not linked by a number one slip away when the child is another', () => {
    const stranger = {
      name: '赵雪',
      birth: '2011-06-18',
      sex: '女',
      idNumber: spoiltId,
      township: '南哨镇',
      village: '南沟',
    } as const;
    const { linked, household } = compareIn(county, { household: [li], enrolment: [stranger] });
    expect(linked).toEqual([]);
    expect(household).not.toContain('enrolled');
  });

  it('is not linked by a number one slip away that says no more than its own birth', () => {
    const stranger: Row = { name: '赵雪', idNumber: spoiltId, birth: '2013-03-05', township: '南哨镇', guardian1Name: '赵强' };
    const { linked } = compareIn(county, { household: [li], enrolment: [stranger] });
    expect(linked).toEqual([]);
    const neighbour: Row = { name: '赵雪', idNumber: spoiltId, birth: '2013-03-05', township: '水泉镇', village: '桥子' };
    expect(compareIn(county, { household: [li], enrolment: [neighbour] }).linked).toEqual([]);
    const clansman: Row = { ...neighbour, name: '李思远', sex: '男' };
    expect(compareIn(county, { household: [li], enrolment: [clansman] })).toMatchObject({ linked: [], asked: ['0-0'] });
  });
});

describe('a sister’s number in the child’s row', () => {
  const sister = others[3][1];
  const wrong = alias(li, { idNumber: sister.idNumber ?? '' });

  it('does not link the two, and each is found where it is', () => {
    const { linked } = compareIn(county, { household: [li, sister], enrolment: [enrolmentOf(wrong), enrolmentOf(sister)] });
    expect(linked).toEqual(['0-0', '1-1']);
  });

  it('is for a person to look at where the sister has no enrolment of her own', () => {
    const { linked, household } = compareIn(county, { household: [li, sister], enrolment: [enrolmentOf(wrong)] });
    expect(linked).not.toContain('1-0');
    expect(household[1]).not.toBe('enrolled');
  });
});

describe('what the program cannot know', () => {
  it('is put before a person: an equal number with another name and another birth', () => {
    const stranger: Row = { name: '赵雪', birth: '2012-11-30', idNumber: li.idNumber ?? '' };
    const { household, enrolment, linked, asked } = compareIn(county, { household: [li], enrolment: [stranger] });
    expect({ household, enrolment, linked, asked }).toEqual({
      ...{ household: ['review'], enrolment: ['review'], linked: [], asked: ['0-0'] },
    });
  });

  it('is put before a person: an equal number, and another name, birth and township', () => {
    const stranger: Row = { name: '赵雪', birth: '2012-11-30', township: '南哨镇', idNumber: li.idNumber ?? '' };
    const { household, asked } = compareIn(county, { household: [li], enrolment: [stranger] });
    expect({ household, asked }).toEqual({ household: ['review'], asked: ['0-0'] });
  });

  it('is put before a person: an equal number with another character in the name and another day of birth', () => {
    const sibling = alias(li, { name: '李宏杰', birth: '2013-03-06' });
    const { linked, asked } = compareIn(county, { household: [li], enrolment: [sibling] });
    expect({ linked, asked }).toEqual({ linked: [], asked: ['0-0'] });
  });

  it('is not linked: two valid numbers that differ, and an enrolment of its own', () => {
    const second = alias(li, { idNumber: idOf('2013-03-05', 935) });
    const { linked } = compareIn(county, { household: [li, second], enrolment: [enrolmentOf(li)] });
    expect(linked).toEqual(['0-0']);
  });
});

describe('a child that stands twice', () => {
  it('in the household register is found both times', () => {
    const { household } = compareIn(county, { household: [li, alias(li, { idNumber: '' })], enrolment: [enrolmentOf(li)] });
    expect(household).toEqual(['enrolled', 'enrolled']);
  });

  it('in the enrolment register is found both times', () => {
    const again = enrolmentOf(alias(li, { idNumber: '', guardian1Phone: '13700000000' }));
    const { enrolment, linked } = compareIn(county, { household: [li], enrolment: [enrolmentOf(li), again] });
    expect({ enrolment, linked }).toEqual({ enrolment: ['matched', 'matched'], linked: ['0-0', '0-1'] });
  });

  it('is nobody where a number stands more than twenty times', () => {
    const rows = Array.from(
      { length: 21 },
      (_, at): Row => ({ name: `钱${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌'[at]}`, idNumber: li.idNumber ?? '' }),
    );
    const { linked } = compareIn(county, { household: [li], enrolment: rows });
    expect(linked).toEqual([]);
  });
});

describe('a county where the schools have no ID numbers at all', () => {
  const bare = { ...county, enrolment: county.enrolment.map((row) => alias(row, { idNumber: '' })) };

  it('is compared all the same, without one child taken for another', () => {
    const { done } = compareIn(bare, {});
    const { l, r, verdict } = done.enrolments;
    const wrong = [...l].filter((row, at) => verdict[at] === 2 && row !== r[at]);
    expect(wrong).toEqual([]);
    const found = done.household.filter((status) => status === 'enrolled').length;
    expect(found / done.household.length).toBeGreaterThan(0.98);
  });

  it('finds the children whose rows hold a slip of the usual kinds', () => {
    const slips: ((row: Row) => Row)[] = [
      ({ name = '', ...row }) => ({ ...row, name: name.replace('涵', '函').replace('欣', '新').replace('宇', '雨') }),
      ({ birth = '', ...row }) => ({ ...row, birth: `${birth.slice(0, 9)}${(Number(birth[9]) + 3) % 10}` }),
      (row) => ({ ...row, guardian1Name: '赵桂芝', guardian1Phone: '' }),
    ];
    const slipped = { ...bare, enrolment: bare.enrolment.map((row, at) => (at % 9 === 0 ? slips[(at / 9) % 3](row) : row)) };
    const { done } = compareIn(slipped, {});
    const missed = done.household.flatMap((status, at) => (status === 'enrolled' ? [] : [at]));
    expect(missed.length).toBeLessThan(county.household.length * 0.01);
  });

  it.each(others)('does not take the child for its enrolled %s', (_, other) => {
    const { linked } = compareIn(bare, { household: [li, other], enrolment: [enrolmentOf(alias(other, { idNumber: '' }))] });
    expect(linked).toEqual(['1-0']);
  });
});

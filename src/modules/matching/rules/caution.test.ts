import { describe, expect, it } from 'vitest';
import { compareIn } from '../testing/comparing';
import { aCounty, type County, enrolmentOf } from '../testing/county';
import { idOf, type Row } from '../testing/factories';

const county = aCounty(900);

/** The families of a county whose children all have birthdays of their own, as in the list of one small school. */
function withoutTwins({ household, enrolment }: County): County {
  const keyOf = (row: Row) => `${row.birth} ${row.guardian1Name} ${row.guardian1Phone}`;
  const seen = new Map<string, number>();
  for (const row of household) seen.set(keyOf(row), (seen.get(keyOf(row)) ?? 0) + 1);
  const alone = new Set(household.filter((row) => seen.get(keyOf(row)) === 1).map(({ idNumber }) => idNumber));
  const kept = (rows: readonly Row[]) => rows.filter(({ idNumber }) => alone.has(idNumber));
  return { ...county, household: kept(household), enrolment: kept(enrolment) };
}

const li: Row = {
  ...{ name: '李宏伟', birth: '2013-03-05', sex: '男', idNumber: idOf('2013-03-05', 917) },
  ...{ guardian1Name: '李建国', guardian1Phone: '13912340001', township: '水泉镇', village: '桥子' },
};

describe('a child out of school', () => {
  it('is not taken for the twin by registers that never showed a pair of twins', () => {
    const twin = enrolmentOf({ ...li, name: '李宏杰', idNumber: '' });
    expect(compareIn(withoutTwins(county), { household: [li], enrolment: [twin] }).household).not.toContain('enrolled');
  });
});

describe('two namesakes born on one day, with two valid numbers', () => {
  it('are not both enrolled by one enrolment that says no more than name and birth', () => {
    const other: Row = {
      ...{ name: li.name ?? '', birth: '2013-03-05', sex: '男', idNumber: idOf('2013-03-05', 919) },
      ...{ guardian1Name: '李德全', guardian1Phone: '13912340003', township: '南哨镇', village: '河东' },
    };
    const { household } = compareIn(county, { household: [li, other], enrolment: [{ name: '李宏伟', birth: '2013-03-05' }] });
    expect(household).toEqual(['review', 'review']);
  });
});

describe('an equal number', () => {
  it('is put before a person even where nothing else agrees', () => {
    const stranger: Row = {
      ...{ name: '赵雪', birth: '2012-11-30', sex: '女', idNumber: li.idNumber ?? '' },
      ...{ guardian1Name: '赵德全', guardian1Phone: '13912340003', township: '南哨镇', village: '河东' },
    };
    const { household, asked } = compareIn(county, { household: [li], enrolment: [enrolmentOf(stranger)] });
    expect({ household, asked }).toEqual({ household: ['review'], asked: ['0-0'] });
  });
});

describe('a former name', () => {
  it('finds the child although only one register has such a column', () => {
    const renamed: Row = {
      ...{ name: '赵子轩', formerName: '李宏伟', birth: '2013-03-05', sex: '男' },
      ...{ guardian1Name: '赵强', guardian1Phone: '13700000000', township: '南哨镇', village: '河东' },
    };
    expect(compareIn(county, { household: [li], enrolment: [renamed] }).household).not.toContain('not-enrolled');
  });
});

describe('a rare name', () => {
  it('is not enough by itself', () => {
    const bare: Row = { ...li, name: '李䶮垚', guardian1Name: '', guardian1Phone: '', village: '', township: '' };
    const other: Row = { name: '李䶮垚', sex: '男', guardian1Name: '李德全', idNumber: '21132420130305' };
    expect(compareIn(county, { household: [bare], enrolment: [other] }).household).not.toContain('enrolled');
  });

  it('and one birthday are not enough against two valid numbers that differ', () => {
    const bare: Row = { ...li, name: '李䶮垚', guardian1Name: '', guardian1Phone: '', village: '', township: '' };
    const other: Row = { name: '李䶮垚', sex: '男', birth: '2013-03-05', idNumber: idOf('2013-03-05', 931) };
    expect(compareIn(county, { household: [bare], enrolment: [other] }).household).not.toContain('enrolled');
  });
});

import { describe, expect, it } from 'vitest';
import { compareIn } from '../testing/comparing';
import { aCounty } from '../testing/county';
import { idOf, oneDigitWrong, type Row } from '../testing/factories';

const county = aCounty(900);

const bao: Row = {
  ...{ name: '包乌兰', birth: '2014-06-21', sex: '女', idNumber: idOf('2014-06-21', 944) },
  ...{ guardian1Name: '包铁山', guardian1Phone: '13912345678', township: '南哨镇', village: '南沟' },
};
const here: Row = { ...bao, school: '南哨小学', grade: '4年级', className: '1班' };
const there: Row = { ...bao, school: '水泉小学', grade: '4年级', className: '2班' };

describe('a child with two enrolments (重复学籍)', () => {
  it('is found under its household row', () => {
    expect(compareIn(county, { household: [bao], enrolment: [here, there] }).duplicates).toEqual([[0, 1]]);
  });

  it('is found where one of them has no number', () => {
    const { duplicates } = compareIn(county, { household: [bao], enrolment: [here, { ...there, idNumber: '' }] });
    expect(duplicates).toEqual([[0, 1]]);
  });

  it('is found where it comes from another county and has no household row', () => {
    expect(compareIn(county, { enrolment: [here, there] }).duplicates).toEqual([[0, 1]]);
    expect(compareIn(county, { enrolment: [here, { ...there, idNumber: '' }] }).duplicates).toEqual([[0, 1]]);
  });

  it('is found with a number one digit wrong or a name of another sound, from another county', () => {
    const wrong = { ...there, idNumber: oneDigitWrong(bao.idNumber ?? '') };
    expect(compareIn(county, { enrolment: [here, wrong] }).duplicates).toEqual([[0, 1]]);
    expect(compareIn(county, { enrolment: [here, { ...there, name: '包乌蓝' }] }).duplicates).toEqual([[0, 1]]);
  });

  it('is one group where there are three of them', () => {
    const third = { ...there, school: '白塔子小学' };
    expect(compareIn(county, { household: [bao], enrolment: [here, there, third] }).duplicates).toEqual([[0, 1, 2]]);
    expect(compareIn(county, { enrolment: [here, there, third] }).duplicates).toEqual([[0, 1, 2]]);
  });

  it('is as sure as its number says', () => {
    const [sure] = compareIn(county, { household: [bao], enrolment: [here, there] }).done.duplicates;
    expect(sure.score).toBe(1);
    const [other] = compareIn(county, { enrolment: [here, { ...there, idNumber: '' }] }).done.duplicates;
    expect(other.score).toBeGreaterThan(0.98);
    expect(other.score).toBeLessThan(1);
  });
});

describe('two children', () => {
  const twin: Row = { ...there, name: '包乌云', idNumber: idOf('2014-06-21', 946) };

  it('who are twins have one enrolment each', () => {
    expect(compareIn(county, { enrolment: [here, twin] }).duplicates).toEqual([]);
    expect(compareIn(county, { enrolment: [here, { ...twin, idNumber: '' }] }).duplicates).toEqual([]);
    expect(compareIn(county, { household: [bao], enrolment: [here, twin] }).duplicates).toEqual([]);
  });

  it('who are sisters or namesakes have one enrolment each', () => {
    const sister = { ...twin, birth: '2012-02-11', idNumber: '' };
    const namesake: Row = { name: '包乌兰', birth: '2011-09-09', guardian1Name: '包海龙', township: '水泉镇', village: '河东' };
    expect(compareIn(county, { enrolment: [here, sister, namesake] }).duplicates).toEqual([]);
  });

  it('of one name, born the same day in two places, have one enrolment each', () => {
    const other: Row = {
      name: '包乌兰',
      birth: '2014-06-21',
      guardian1Name: '赵海龙',
      guardian1Phone: '13700000000',
      township: '水泉镇',
    };
    expect(
      compareIn(county, {
        enrolment: [
          { ...here, idNumber: '' },
          { ...other, village: '河东' },
        ],
      }).duplicates,
    ).toEqual([]);
  });
});

describe('a county without double enrolments', () => {
  it('has none', () => {
    expect(compareIn(county, {}).done.duplicates).toEqual([]);
  });

  it('has none when its households are not given', () => {
    expect(compareIn({ household: [], enrolment: county.enrolment }, { household: [bao] }).done.duplicates).toEqual([]);
  });
});

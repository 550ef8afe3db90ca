import { describe, expect, it } from 'vitest';
import { attendIn, compareIn } from '../testing/comparing';
import { aCounty, enrolmentOf } from '../testing/county';
import { idOf, type Row, registerOf } from '../testing/factories';
import { compareRegisters } from './compare';

const county = aCounty(600);

const wu: Row = {
  ...{ name: '吴雨桐', birth: '2013-03-05', sex: '女', idNumber: idOf('2013-03-05', 956) },
  ...{ guardian1Name: '吴海山', guardian1Phone: '13912340001', township: '水泉镇', village: '桥子' },
};

describe('a household row', () => {
  it.each<[string, Row]>([
    ['enrolled', wu],
    [
      'not-enrolled',
      { ...wu, name: '关山月', birth: '2014-05-06', idNumber: idOf('2014-05-06', 11), guardian1Name: '', guardian1Phone: '' },
    ],
    ['out-of-age', { ...wu, birth: '2009-08-31', idNumber: idOf('2009-08-31', 12) }],
    ['out-of-age', { ...wu, birth: '2018-09-01', idNumber: idOf('2018-09-01', 12) }],
    ['out-of-age', { name: '关山月', idNumber: idOf('2020-01-01', 12) }],
    ['not-enrolled', { name: '关山月', birth: '2009-09-01' }],
    ['not-enrolled', { name: '关山月', birth: '2018-08-31' }],
    ['not-enrolled', { name: '关山月' }],
    ['not-enrolled', { idNumber: idOf('2014-05-06', 11) }],
    ['not-enrolled', { idNumber: 'H08123456' }],
    ['invalid', { township: '水泉镇', birth: '2014-05-06', guardian1Name: '吴海山' }],
    ['invalid', {}],
  ])('is %s: %j', (status, row) => {
    expect(compareIn(county, { household: [row], enrolment: [enrolmentOf(wu)] }).household).toEqual([status]);
  });

  it.each(['死亡', '死亡注销', '迁出本县', '失踪'])('is for a person to look at where the register says %s', (changeReason) => {
    expect(compareIn(county, { household: [{ ...wu, changeReason }] }).household).toEqual(['review']);
  });

  it('is not for a person where the change is another, or the child is in school', () => {
    expect(compareIn(county, { household: [{ ...wu, changeReason: '迁入' }] }).household).toEqual(['not-enrolled']);
    const dead = { ...wu, changeReason: '死亡' };
    expect(compareIn(county, { household: [dead], enrolment: [enrolmentOf(wu)] }).household).toEqual(['enrolled']);
  });

  it('of a child of two is out of age in one school year and of age in a later one', () => {
    const household = registerOf('household', [{ name: '关山月', birth: '2018-09-01' }]);
    const enrolment = registerOf('enrolment', [wu]);
    const on = (day: string) => compareRegisters({ household, enrolment }, day, () => undefined).household;
    expect(on('2025-08-31')).toEqual(['out-of-age']);
    expect(on('2025-09-01')).toEqual(['not-enrolled']);
  });
});

describe('an enrolment row', () => {
  it('is matched, without a household, or names nobody', () => {
    const stranger: Row = { name: '欧阳玉璋', birth: '2012-02-02', idNumber: idOf('2012-02-02', 13, '150430') };
    const { enrolment } = compareIn(county, { household: [wu], enrolment: [enrolmentOf(wu), stranger, { school: '一小' }] });
    expect(enrolment).toEqual(['matched', 'no-household', 'invalid']);
  });

  it('of a child out of age is matched all the same', () => {
    const old = { ...wu, birth: '2009-01-02', idNumber: idOf('2009-01-02', 14) };
    const { household, enrolment } = compareIn(county, { household: [old], enrolment: [enrolmentOf(old)] });
    expect({ household, enrolment }).toEqual({ household: ['out-of-age'], enrolment: ['matched'] });
  });
});

/** Class lists as teachers write them: no numbers, no households, the school in other words. */
function classLists(rows: readonly Row[]): Row[] {
  return rows.map(
    ({ name = '', sex, birth = '', guardian1Name = '', guardian1Phone = '', school = '', grade = '', className = '' }) => ({
      ...{ name, birth, guardian1Name, guardian1Phone, ...(sex ? { sex } : {}) },
      ...{ school: `喀左县${school}`, grade: grade.replace('年级', ''), className: className.replace('班', '') },
    }),
  );
}

describe('class lists without ID numbers', () => {
  const { enrolment } = county;
  const inSchool = enrolment.filter(({ school }) => school !== '水泉小学' && school !== '南哨中学');
  const missing = inSchool.filter((_, at) => at % 40 === 7);
  const { presence, lists } = attendIn(enrolment, classLists(inSchool.filter((row) => !missing.includes(row))));
  const statusOf = (rows: readonly Row[]) => rows.map((row) => presence[enrolment.indexOf(row)]);

  it('find every pupil that stands on them', () => {
    expect(new Set(lists)).toEqual(new Set(['matched']));
    expect(new Set(statusOf(inSchool.filter((row) => !missing.includes(row))))).toEqual(new Set(['present']));
  });

  it('show who is enrolled and not there', () => {
    expect(missing.length).toBeGreaterThan(8);
    expect(new Set(statusOf(missing))).toEqual(new Set(['absent']));
  });

  it('say nothing of a school that gave none', () => {
    const unlisted = enrolment.filter((row) => !inSchool.includes(row));
    expect(unlisted.length).toBeGreaterThan(20);
    expect(new Set(statusOf(unlisted))).toEqual(new Set(['no-list']));
  });

  it('show who is there and not enrolled (在校无籍)', () => {
    const guest: Row = { name: '欧阳玉璋', sex: '男', birth: '2012-02-02', school: '水泉小学', grade: '6年级', className: '1班' };
    expect(attendIn(enrolment, classLists([...enrolment, guest])).lists.at(-1)).toBe('no-match');
  });

  it('name nobody where neither name nor number stands', () => {
    expect(attendIn(enrolment, [...classLists(enrolment), { school: '喀左县水泉小学' }]).lists.at(-1)).toBe('invalid');
  });
});

describe('the lists beside the registers', () => {
  const listed: Row = { name: '吴雨桐', idNumber: wu.idNumber ?? '', township: '水泉镇' };
  const stranger: Row = { name: '欧阳玉璋', birth: '2012-02-02', idNumber: idOf('2012-02-02', 13, '150430') };

  it('of poor families are matched with the households', () => {
    const { done } = compareIn(county, { household: [wu], poverty: [listed, stranger, {}] });
    expect(done.poverty?.status).toEqual(['matched', 'no-match', 'invalid']);
    expect(done.disability).toBeUndefined();
  });

  it('of disabled children are matched by the number in their card', () => {
    const card: Row = { name: '吴雨彤', disabilityCard: `${wu.idNumber}43` };
    const { done } = compareIn(county, { household: [wu], disability: [card, stranger] });
    expect(done.disability?.status).toEqual(['matched', 'no-match']);
    expect(done.poverty).toBeUndefined();
  });
});

describe('the comparison', () => {
  it('tells which register it is at, and the cohort it went by', () => {
    const steps: string[] = [];
    const lists = {
      poverty: registerOf('poverty', [wu]),
      attending: registerOf('attending', [wu]),
      disability: registerOf('disability', [wu]),
    };
    const registers = { household: registerOf('household', [wu]), enrolment: registerOf('enrolment', [wu]), ...lists };
    const done = compareRegisters(registers, '2025-03-01', (step) => steps.push(step));
    expect(steps).toEqual(['enrolment', 'attending', 'poverty', 'disability']);
    expect(done.cohort).toEqual({ schoolYear: '2024-2025', from: '2009-09-01', to: '2018-08-31' });
  });

  it('of the same registers says the same twice', () => {
    const twice = [0, 1].map(() => compareIn(county, { household: [wu] }).done);
    expect(twice[0].household).toEqual(twice[1].household);
    expect(twice[0].enrolments.score).toEqual(twice[1].enrolments.score);
  });

  it('of empty registers is empty', () => {
    const { done } = compareIn({ household: [], enrolment: [] }, {});
    expect([done.household, done.enrolment, done.duplicates]).toEqual([[], [], []]);
  });
});

import { describe, expect, it } from 'vitest';
import { newestPolicy, type PolicyChanges, policiesFrom } from './county-policy';
import { defaultPolicy, policyOn } from './policy';
import { faultsOfVersion } from './policy-faults';
import { isPossible, kindOf, policyKeys, settingOf } from './policy-numbers';

const today = '2025-03-10';
const document = '喀教发〔2025〕12号';
const version = (number: number, from: string, changes: PolicyChanges) => ({ version: number, from, changes, document });
const said = (from: string, changes: PolicyChanges, before = policiesFrom([])) =>
  faultsOfVersion({ from, changes, document }, before, today).map(({ path, zh }) => `${path} ${zh}`);

describe('the policies of a county', () => {
  it('begin with the default, which can hold every number it has', () => {
    expect(policiesFrom([])).toEqual([defaultPolicy]);
    for (const key of policyKeys) expect(isPossible(key, settingOf(defaultPolicy, key).value), key).toBe(true);
  });

  it('keep what earlier versions have set, and judge each day by what holds then', () => {
    const policies = policiesFrom([
      version(1, '2025-04-01', { elsewhere: 90 }),
      version(2, '2025-05-01', { abroad: 400, enrolmentAlone: 'to-verify' }),
    ]);
    const on = (day: string) => {
      const { validDays, enrolmentAlone } = policyOn(policies, day);
      return [validDays.elsewhere.value, validDays.abroad.value, enrolmentAlone.value];
    };
    expect(on('2025-03-31')).toEqual([180, 366, 'in-school']);
    expect(on('2025-04-01')).toEqual([90, 366, 'in-school']);
    expect(on('2025-05-01')).toEqual([90, 400, 'to-verify']);
  });

  it('of two versions of one day the later holds', () => {
    const policies = policiesFrom([version(1, today, { elsewhere: 90 }), version(2, today, { elsewhere: 120 })]);
    expect(policyOn(policies, today).validDays.elsewhere.value).toBe(120);
  });

  it('say that a number was confirmed, and by which document, also where it stays as suggested', () => {
    const { validDays } = newestPolicy(policiesFrom([version(1, today, { elsewhere: 180 })]));
    expect(validDays.elsewhere).toEqual({
      ...{ value: 180, label: 'county', confirmed: true },
      source: { zh: document, en: document },
    });
    expect(validDays.abroad.confirmed).toBe(false);
  });

  it('call a number the clause’s where it is what the clause says, and the county’s where it is stricter', () => {
    const stricter = policiesFrom([version(1, today, { suspension: 183 })]);
    expect(newestPolicy(stricter).validDays.suspension.label).toBe('county');
    const back = policiesFrom([version(1, today, { suspension: 183 }), version(2, today, { suspension: 366 })]);
    expect(newestPolicy(back).validDays.suspension).toEqual(defaultPolicy.validDays.suspension);
  });
});

describe('a version', () => {
  it('is fine with a number within its limits from today on', () => {
    expect(said(today, { elsewhere: 90, classListGraceDays: 0, graduationFromMonth: 7, lasting: null })).toEqual([]);
  });

  it('is refused with a value that a number cannot have', () => {
    const refused: PolicyChanges[] = [
      ...[{ elsewhere: 0 }, { elsewhere: 3650 }, { elsewhere: null }, { 'in-county': 29 }, { abroad: 30.5 }],
      ...[{ graduationFromMonth: 13 }, { listWindowDays: 0 }, { classListGraceDays: -1 }, { lasting: 100 }],
      ...[{ enrolmentAlone: 1 }, { classListGraceDays: 'in-school' as const }],
    ];
    for (const changes of refused) expect(said(today, changes), JSON.stringify(changes)).toHaveLength(1);
    expect(said(today, { elsewhere: 3650 })).toEqual(['changes.elsewhere 请填 30 到 366 之间的整数']);
  });

  it('cannot let a proof hold longer than the clause says', () => {
    expect(kindOf('suspension')).toMatchObject({ most: 366 });
    expect(said(today, { suspension: 367 })[0]).toMatch(/^changes\.suspension 不能超过 366 天：《辽宁省/);
    expect(said(today, { suspension: 300 })).toEqual([]);
  });

  it('keeps the steps of an absence in their order', () => {
    expect(said(today, { suspectedDays: 3, reportDays: 2, visitDays: 1 })).toEqual([]);
    expect(said(today, { visitDays: 4 })).toEqual(['changes.visitDays 缺课各步要一步比一步晚：家访、报告、疑似辍学、提请认定']);
    expect(said(today, { visitDays: 4, reportDays: 4 })).toEqual([]);
    expect(said(today, { dropoutDays: 21 })[0]).toMatch(/^changes\.dropoutDays 不能超过 20 天：《辽宁省/);
  });

  it('is refused where it changes and confirms nothing', () => {
    expect(said(today, { suspension: 366 })[0]).toMatch(/已经是这个值/);
    const confirmed = policiesFrom([version(1, today, { elsewhere: 180 })]);
    expect(said(today, { elsewhere: 180 }, confirmed)[0]).toMatch(/已经是这个值/);
  });

  it('is refused before today, before the newest version, and after the roll ends', () => {
    const coming = policiesFrom([version(1, '2025-09-01', { elsewhere: 90 })]);
    expect(said('2025-03-09', { abroad: 400 })[0]).toMatch(/^from 过去的日子.*最早从今天（2025-03-10）起/);
    expect(said('2025-08-31', { abroad: 400 }, coming)).toEqual(['from 已经定好 2025-09-01 起的一版，新的一版不能早于这一天']);
    expect(said('2025-09-01', { abroad: 400 }, coming)).toEqual([]);
    expect(said('2026-08-31', { abroad: 400 })).toEqual([]);
    expect(said('2026-09-01', { abroad: 400 })[0]).toMatch(/^from 最晚到 2026-08-31/);
  });
});

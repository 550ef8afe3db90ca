import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDigit } from '../../../kernel/id-number';
import { shownUnasked } from '../../../kernel/mask';
import type { Refusal } from '../../../kernel/refusal';
import type { ChildView, LooksView, SourcesView } from '../contract';
import { agreed, ChildCounty, classes, homes, idOf, type Person, people } from '../testing/county';
import { viewChild, viewSources } from './child-reads';
import { noNeeds } from './needs';
import { reveal } from './reveal-actions';

let county: ChildCounty;
let child = '';
let listed = '';
const birth = '2014-05-02';
const id = idOf(birth, 31);
const noon = new Date('2025-03-10T04:00:00Z');

beforeAll(async () => {
  county = await ChildCounty.open();
  const person = { name: '张浩然', sex: '1', birthDay: birth, idNumber: id, studentNumber: `G${id}`, ethnicity: '蒙古族' };
  const contact = {
    guardianName: '张大山',
    guardianPhone: '13804210007',
    address: '河西组12号',
    township: '公营子镇',
    village: '桥子村',
  };
  const place = { areaPath: homes.V11, schoolPath: classes.A1, school: '青禾小学' };
  const more = { headName: '张大山', headId: idOf('1980-02-03', 11), householdNumber: '88123', note: '单亲' };
  const disabled = { name: '仇英', birthDay: '2014-11-11', areaPath: homes.V11 };
  [child = '', listed = ''] = await county.record(agreed({ ...person, ...contact, ...place }, more), [
    { kind: 'disability', values: { ...disabled, idNumber: idOf('2014-11-11', 22) }, more: { disabilityKind: '肢体' } },
    { kind: 'attending', values: { name: '仇英', schoolPath: classes.A1, school: '青禾小学' } },
  ]);
});
afterAll(() => county.close());

const ask = (who: Person, field: string, reason: string, session = 's1') =>
  reveal(county.house.db, people[who], county.house.ring, session, child, { field: field as 'idNumber', reason });
const view = (who: Person, session = 's1', of = child): Promise<ChildView> =>
  county.read(people[who], (trx) => viewChild(trx, county.house.ring, session, of));
const sources = (who: Person, session = 's1', of = child): Promise<SourcesView> =>
  county.read(people[who], (trx) => viewSources(trx, county.house.ring, noNeeds, session, of));
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'shown',
    ({ code }: Refusal) => code,
  );

describe('what a role sees unasked', () => {
  it('is what the table of rights says, masked', async () => {
    const fieldsOf = async (who: Person) => Object.keys((await view(who)).fields);
    const contact = ['guardianName', 'guardianPhone', 'address'];
    expect(await fieldsOf('township')).toEqual([]);
    expect(await fieldsOf('inspector')).toEqual(contact);
    expect(await fieldsOf('teacher')).toEqual(['idNumber', 'studentNumber', ...contact]);
    for (const who of ['registrar', 'principal', 'officer', 'leader'] as const)
      expect(await fieldsOf(who), who).toEqual(['idNumber', 'studentNumber', 'ethnicity', ...contact]);
    const { fields } = await view('officer');
    expect(Object.values(fields).map(({ masked, value }) => [masked, value])).toEqual([
      ['2113**************', null],
      ['******', null],
      ['***', null],
      ['张**', null],
      ['138******07', null],
      ['公营子镇 桥子村 ******', null],
    ]);
  });

  it('names no list of disabled or poor children where that is not its business, nor that such a list had the last word', async () => {
    for (const who of ['teacher', 'township', 'inspector'] as const) {
      const said = await view(who, 's1', listed);
      expect(said.lists, who).toEqual(['attending']);
      expect(JSON.stringify(said), who).not.toMatch(/disability|poverty/);
    }
    const registrar = await view('registrar', 's1', listed);
    expect(registrar).toMatchObject({ lists: ['attending', 'disability'], wonBy: { birthDay: 'disability' } });
  });

  it('shows of each row what it says, masked by its class, and never a word of what may say anything', async () => {
    const said = JSON.stringify(await sources('officer'));
    for (const hidden of [id.slice(4), '大山', '3804210', '河西组', '88123', '单亲', '蒙古', '0203'])
      expect(said, hidden).not.toContain(hidden);
    const { rows } = await sources('officer');
    expect(rows.map(({ kind }) => kind)).toEqual(['household', 'enrolment']);
    expect(rows[0]?.values.name).toMatchObject({ text: '张浩然', masked: false, wins: true });
    expect(rows[1]?.values.name).toMatchObject({ wins: false });
    await expect(sources('teacher')).rejects.toMatchObject({ code: 'sources-not-yours' });
  });

  it(`leaves ${shownUnasked.leastIdNumbers} ID numbers that fit everything that is said`, async () => {
    for (const who of Object.keys(people) as Person[]) {
      if (who === 'village') continue;
      const said = await view(who);
      const rows = await sources(who).then(
        (all) => all.rows,
        () => [],
      );
      const texts = [said.fields.idNumber?.masked, ...rows.map(({ values }) => values.idNumber?.text)];
      const fits = bodiesBornOn(birth)
        .map((body) => body + checkDigit(body))
        .filter((one) => Number(one[16]) % 2 === 1)
        .filter((one) =>
          texts.every((text = '') => Array.from(text).every((character, at) => character === '*' || character === one[at])),
        );
      expect(fits.length, who).toBeGreaterThanOrEqual(shownUnasked.leastIdNumbers);
    }
  });
});

/** Whoever knows the county knows the first six digits, and the birthday and sex stand on the page. */
function bodiesBornOn(day: string): string[] {
  return Array.from({ length: 1000 }, (_, at) => `211324${day.replaceAll('-', '')}${String(at).padStart(3, '0')}`);
}

describe('a masked field is shown in full', () => {
  it('for a reason of the list or six characters of one’s own, and not without', async () => {
    for (const reason of ['', 'x', '看看', '看一看吧啊', '      '])
      expect(await codeOf(ask('officer', 'guardianPhone', reason)), reason).toBe('no-reason');
    expect(await ask('officer', 'guardianPhone', 'contact-guardian')).toEqual({
      field: 'guardianPhone',
      value: '13804210007',
      secondsLeft: 300,
    });
    expect(await ask('officer', 'idNumber', '家长来电核对')).toMatchObject({ value: id });
  });

  it('to whom the role allows it for that field', async () => {
    expect(await codeOf(ask('teacher', 'guardianPhone', 'contact-guardian'))).toBe('shown');
    for (const who of ['teacher', 'principal', 'leader'] as const)
      expect(await codeOf(ask(who, 'idNumber', 'verify-identity')), who).toBe('field-not-yours');
    expect(await codeOf(ask('registrar', 'idNumber', 'verify-identity'))).toBe('shown');
    expect(await codeOf(ask('teacher', 'ethnicity', 'fill-form'))).toBe('field-not-yours');
    expect(await codeOf(ask('township', 'guardianPhone', 'contact-guardian'))).toBe('field-not-yours');
  });

  it('for five minutes, in that session, to that person', async () => {
    await ask('principal', 'guardianPhone', 'contact-guardian', 'p1');
    const phoneOf = async (who: Person, session: string) => (await view(who, session)).fields.guardianPhone;
    expect(await phoneOf('principal', 'p1')).toMatchObject({ value: '13804210007', secondsLeft: 300 });
    expect(await phoneOf('principal', 'p2')).toMatchObject({ value: null, secondsLeft: null });
    expect(await phoneOf('leader', 'p1')).toMatchObject({ value: null });
    expect((await view('principal', 'p1')).fields.guardianName).toMatchObject({ value: null });
    county.house.at(new Date(noon.getTime() + 299_000));
    expect(await phoneOf('principal', 'p1')).toMatchObject({ value: '13804210007', secondsLeft: 1 });
    county.house.at(new Date(noon.getTime() + 300_000));
    expect(await phoneOf('principal', 'p1')).toMatchObject({ value: null, secondsLeft: null });
    county.house.at(noon);
  });

  it('of a single row too, and of that row alone', async () => {
    const { rows } = await sources('officer', 'r1');
    const [row] = rows;
    await reveal(county.house.db, people.officer, county.house.ring, 'r1', child, {
      field: 'idNumber',
      row: `${row?.kind}:${row?.rowKey}`,
      reason: 'verify-identity',
    });
    const after = await sources('officer', 'r1');
    expect(after.rows.map(({ values }) => values.idNumber?.value ?? null)).toEqual([id, null]);
    expect((await view('officer', 'r1')).fields.idNumber?.value).toBeNull();
    const foreign = { field: 'idNumber', row: 'household:none', reason: 'verify-identity' } as const;
    expect(await codeOf(reveal(county.house.db, people.officer, county.house.ring, 'r1', child, foreign))).toBe('absent');
  });

  it('and everybody who may look behind the record sees who looked, at what and why', async () => {
    const looks = await county.call<LooksView>(people.registrar, 'GET /api/children/:id/looks', { params: { id: child } });
    expect(looks.total).toBe(looks.rows.length);
    expect(looks.rows.filter(({ field }) => field === 'guardianPhone').map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['contact-guardian']),
    );
    expect(JSON.stringify(looks)).not.toContain('13804210007');
  });
});

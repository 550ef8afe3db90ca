import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAs } from '../../../platform/db';
import type { FileAnswer } from '../../../platform/http';
import { asking } from '../../../platform/testing/house';
import { trailOf } from '../../../platform/testing/trail';
import type { AbsencesView, FollowUpView } from '../contract';
import type { DraftView, ReportsView, ReportView } from '../report-contract';
import { CalledSchool, calledSchool } from '../testing/called-school';
import type { AttendanceTables } from './tables';
import { readUndone } from './undone-actions';

const { one, school, bureau, principal, registrar, teacher, neighbour, stranger } = calledSchool;
const [T1, T2] = ['211324/211324101/', '211324/211324102/'];
const township = asking({ role: 'township', tree: 'area', path: T1 });
const otherTownship = asking({ role: 'township', tree: 'area', path: T2 });

let here: CalledSchool;
let [an, bai] = ['', ''];
const body = (kind: 'report' | 'proposal', words = '') => ({ body: { kind, words } });
const write = (id: string, who = registrar, kind: 'report' | 'proposal' = 'report', words = '') =>
  here.call<ReportView>(who, 'POST /api/children/:id/absence-reports', { params: { id }, ...body(kind, words) });
const draft = (id: string, who = registrar) =>
  here.call<DraftView>(who, 'GET /api/children/:id/absence-report-draft', { params: { id }, query: { kind: 'report' } });
const list = (who = bureau, query = {}) => here.call<ReportsView>(who, 'GET /api/absence-reports', { query });
const read = (id: string, who = bureau) => here.call<ReportView>(who, 'GET /api/absence-reports/:id', { params: { id } });
const receive = (id: string, who: typeof bureau, words = '') =>
  here.call<ReportView>(who, 'POST /api/absence-reports/:id/receipts', { params: { id }, body: { words } });
const follow = (id: string, who = registrar) =>
  here.call<FollowUpView>(who, 'GET /api/children/:id/follow-up', { params: { id } });
const absences = async (who = bureau, query = {}) =>
  (await here.call<AbsencesView>(who, 'GET /api/absences', { query })).rows.map(
    ({ name, days, next, mine }) => `${name} ${days} ${next?.duty} ${next?.holder} ${mine ? '我' : '-'}`,
  );

/** Calls the class with both away and moves to the day. */
async function away(day: string): Promise<void> {
  here.onDay(day);
  await here.take({ day, called: [an, bai], marks: { [an]: 'absent', [bai]: 'absent' } });
  await here.count();
}

beforeAll(async () => {
  here = await CalledSchool.open('2025-03-10');
  [an = '', bai = ''] = await here.pupils(one, ['安然', '白雪']);
  const area = `${T1}211324101201/`;
  await here.county.move(an, { area_path: area });
  await here.county.tell(an, { day: '2025-03-01', kind: 'home', body: { area } });
  await away('2025-03-10');
});
afterAll(() => here.house.close());

describe('what is due', () => {
  it('goes from the teacher to the school and to the bureau by itself', async () => {
    expect(await absences(teacher)).toEqual(expect.arrayContaining(['安然 1 contact teacher 我', '白雪 1 contact teacher 我']));
    expect((await absences(principal))[0]).toMatch(/contact teacher -$/);
    await here.call(teacher, 'POST /api/children/:id/contacts', {
      params: { id: bai },
      body: { day: '2025-03-10', way: 'phone', reached: 'guardian' },
    });
    await away('2025-03-11');
    expect(await absences(registrar)).toEqual(expect.arrayContaining(['安然 2 contact school 我', '白雪 2 visit teacher -']));
    expect((await absences(bureau)).filter((line) => line.endsWith('我'))).toEqual([]);
    await away('2025-03-12');
    expect(await absences(bureau)).toContain('安然 3 contact bureau 我');
    expect(await absences(bureau, { holder: 'bureau' })).toEqual(['安然 3 contact bureau 我']);
    const { due, late } = await here.call<AbsencesView>(bureau, 'GET /api/absences', { query: {} });
    expect([due, late]).toEqual([1, 2]);
  });

  it('is done by a village that was asked to go there', async () => {
    await here.call(teacher, 'POST /api/children/:id/contacts', {
      params: { id: bai },
      body: { day: '2025-03-12', way: 'village', reached: 'guardian', reason: 'family' },
    });
    expect((await follow(bai)).obligations.map(({ duty, late, holder }) => `${duty} ${late} ${holder}`)).toEqual([
      ...['contact 0 null', 'visit 1 null', 'report 0 school'],
    ]);
  });
});

describe('the report of the third day', () => {
  let report: ReportView;

  it('is shown before it is written, and asks nobody else', async () => {
    const { letter } = await draft(an);
    expect(letter).toMatchObject({ number: '', to: '县教育局、南公营子镇人民政府：', signed: school.name });
    expect(letter.paragraphs).toEqual([
      '我校三年级1班学生安然（男），家住南公营子镇东村，自2025年3月10日起没有请假、没有到校，截至2025年3月12日缺课 3 个应到校日（不含节假日和请假）。',
    ]);
    expect(letter.closing[0]).toBe('我校还没有联系上。');
    for (const who of [teacher, principal, township]) await expect(draft(an, who)).rejects.toThrow('may not call');
    await expect(draft(an, stranger)).rejects.toMatchObject({ kind: 'absent' });
    expect([(await follow(an)).mayWrite, (await follow(an, teacher)).mayWrite]).toEqual([['report'], []]);
  });

  it('gets the next number of its school, once, and is kept as it was written', async () => {
    report = await write(an, registrar, 'report', '孩子随母亲外出，正在联系。');
    expect(report).toMatchObject({ number: '青禾小学缺课报告〔2025〕1号', days: 3, township: '南公营子镇', mayReceive: null });
    expect(report.letter.paragraphs[1]).toBe('孩子随母亲外出，正在联系。');
    await expect(write(an)).rejects.toMatchObject({ kind: 'conflict', code: 'written' });
    await expect(write(an, registrar, 'proposal')).rejects.toMatchObject({ code: 'not-yet' });
    await expect(write(bai, registrar, 'proposal')).rejects.toMatchObject({
      says: { zh: expect.stringContaining('先写缺课报告') },
    });
    expect((await write(bai)).number).toBe('青禾小学缺课报告〔2025〕2号');
    await here.call(teacher, 'POST /api/children/:id/contacts', {
      params: { id: an },
      body: { day: '2025-03-12', way: 'visit', reached: 'nobody' },
    });
    expect((await read(report.reportId)).letter.table.rows).toEqual([]);
    const written = (await trailOf(here.house, 'child:')).filter(({ act }) => act === 'attendance.report');
    expect(written.map(({ object }) => object)).toEqual([`child:${an}`, `child:${bai}`]);
  });

  it('reaches its school, the township where the child lives, and the bureau, and nobody else', async () => {
    const seen = async (who: typeof bureau) => (await list(who)).rows.map(({ name }) => name).sort();
    expect(await seen(bureau)).toEqual(['安然', '白雪']);
    expect(await seen(principal)).toEqual(['安然', '白雪']);
    expect(await seen(township)).toEqual(['安然']);
    for (const who of [otherTownship, stranger]) {
      expect(await seen(who)).toEqual([]);
      await expect(read(report.reportId, who)).rejects.toMatchObject({ kind: 'absent' });
    }
    for (const who of [teacher, neighbour]) await expect(list(who)).rejects.toThrow('may not call');
    const rows = (who: typeof bureau) =>
      readAs(here.house.db, who, (trx) => trx.withTables<AttendanceTables>().selectFrom('absence_report').selectAll().execute());
    expect([(await rows(otherTownship)).length, (await rows(stranger)).length, (await rows(township)).length]).toEqual([0, 0, 1]);
  });

  it('is received by township and bureau, each once, and what is late of it comes to the bureau', async () => {
    await away('2025-03-13');
    await away('2025-03-14');
    const owed = async () =>
      (await follow(an)).obligations.flatMap(({ duty, holder, late }) =>
        duty === 'receipt' || duty === 'township' ? [`${duty} ${holder} ${late}`] : [],
      );
    expect(await owed()).toEqual(['receipt bureau 1', 'township bureau 1']);
    expect(await list(township)).toMatchObject({ waiting: 1 });
    for (const role of ['bureau-leader', 'inspector'] as const)
      expect(await list(asking({ role, tree: 'county', path: '211324/' })), role).toMatchObject({ waiting: 0, rows: [{}, {}] });
    expect(await list(principal), 'reads, and acknowledges nothing').toMatchObject({ waiting: 0, rows: [{}, {}] });
    expect(await receive(report.reportId, township, '村干部已上门')).toMatchObject({
      received: { township: '2025-03-14', bureau: null },
    });
    await expect(receive(report.reportId, township)).rejects.toMatchObject({ code: 'received' });
    await expect(receive(report.reportId, otherTownship)).rejects.toMatchObject({ kind: 'absent' });
    await expect(receive(report.reportId, registrar)).rejects.toThrow('may not call');
    expect(await list(bureau, { open: 'yes' })).toMatchObject({ waiting: 2, rows: [{}, {}] });
    const view = await receive(report.reportId, bureau);
    expect(view.receipts.map(({ unit, words }) => `${unit} ${words}`)).toEqual(['bureau ', 'township 村干部已上门']);
    expect(await owed()).toEqual(['receipt null 1', 'township null 1']);
    expect((await list(bureau, { open: 'yes' })).rows.map(({ name }) => name)).toEqual(['白雪']);
    expect((await list(bureau, { open: 'no' })).rows.map(({ name }) => name)).toEqual(['安然']);
  });

  it('is a document for paper, which leaves a line in the trail', async () => {
    const file = await here.call<FileAnswer>(township, 'POST /api/absence-reports/:id/letters', {
      params: { id: report.reportId },
    });
    expect(file.name).toBe('青禾小学缺课报告〔2025〕1号.docx');
    expect((file.body as Buffer).subarray(0, 2).toString()).toBe('PK');
    await here.call(bureau, 'POST /api/absence-reports/:id/prints', { params: { id: report.reportId } });
    expect((await trailOf(here.house, `absence-report:${report.reportId}`)).map(({ act }) => act).sort()).toEqual([
      ...['attendance.letter', 'attendance.letter-print', 'attendance.receive', 'attendance.receive'],
    ]);
  });
});

it('is one of the next absence, when the child was back in between; what is no longer away cannot be reported', async () => {
  here.onDay('2025-03-17');
  await here.take({ day: '2025-03-17', called: [an, bai], marks: { [an]: 'back', [bai]: 'absent' } });
  await here.count();
  await expect(write(an)).rejects.toMatchObject({ code: 'not-away' });
  expect(await follow(an)).toMatchObject({
    absence: null,
    obligations: [],
    mayWrite: [],
    reports: [{ name: '安然', over: true }],
  });
  // Nobody has received the report about the one that is still away; of the other nobody is asked any more.
  expect((await list(bureau, { open: 'yes' })).rows.map(({ name, over }) => `${name} ${over}`)).toEqual(['白雪 false']);
  for (const day of ['2025-03-18', '2025-03-19', '2025-03-20']) {
    here.onDay(day);
    await here.take({ day, called: [an, bai], marks: { [an]: 'absent', [bai]: 'absent' } });
    await here.count();
  }
  expect((await follow(an)).obligations.map(({ duty, holder }) => `${duty} ${holder}`)).toEqual([
    ...['contact bureau', 'visit school', 'report school'],
  ]);
  expect((await write(an)).number).toBe('青禾小学缺课报告〔2025〕3号');
});

it('leaves what was due on record when a leave is entered afterwards: taken away and not gone, and where it lay when that is taken back', async () => {
  const dues = async () => {
    const { absence, obligations } = await follow(an, bureau);
    return [
      absence === null ? '-' : `${absence.since} ${absence.days}`,
      ...obligations.filter(({ duty }) => duty !== 'township').map(textOf),
    ];
  };
  const textOf = ({ duty, due, lifted, holder, done }: FollowUpView['obligations'][number]) =>
    `${duty} ${due.slice(5)} ${holder ?? (done === null ? `lifted ${lifted?.slice(5)}` : 'done')}`;
  const again = async (day: string, base: number, mark: 'sick' | 'absent') => {
    await here.take({ day, base, called: [an, bai], marks: { [an]: mark, [bai]: 'absent' }, reason: '补了假条' });
    await here.count();
  };
  expect(await dues()).toEqual(['2025-03-18 3', 'contact 03-18 bureau', 'visit 03-19 school', 'report 03-20 done']);
  await away('2025-03-21');
  await again('2025-03-18', 1, 'sick');
  const late = ['contact 03-18 bureau', 'visit 03-19 bureau', 'report 03-20 done', 'receipt 03-21 bureau'];
  expect(await dues(), 'since when, and due when, is not later').toEqual(['2025-03-18 3', ...late]);
  here.onDay('2025-03-24');
  for (const day of ['2025-03-19', '2025-03-20', '2025-03-21']) await again(day, 1, 'sick');
  expect(await dues()).toEqual([
    ...['-', 'contact 03-18 lifted 03-24', 'visit 03-19 lifted 03-24', 'report 03-20 done', 'receipt 03-21 lifted 03-24'],
  ]);
  await again('2025-03-21', 2, 'absent');
  // Of one day that is left no visit is asked; today is not called yet.
  expect(await dues()).toEqual(['2025-03-18 1', late[0], 'visit 03-19 lifted 03-24', ...late.slice(2)]);
});

it('is among the absences that were taken back; more of them than are looked through is said', async () => {
  const undone = async (most?: number) => {
    const { rows, more } = await readUndone(here.house.db, bureau, most);
    return [...new Set(rows.map(({ name, to }) => `${name} ${to}`)), more];
  };
  expect([await undone(), await undone(1), await undone(5)]).toEqual([
    ['安然 leave', false],
    ['安然 leave', true],
    ['安然 leave', false],
  ]);
});

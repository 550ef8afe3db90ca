import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { maskId, maskName, maskPhone } from '../../../kernel/mask';
import { newId, readAs } from '../../../platform/db';
import { keptFiles } from '../../../platform/files';
import { trailOf } from '../../../platform/testing/trail';
import { LedgerFilter } from '../contract';
import { layouts } from '../rules/layouts';
import { ExportDesk } from '../testing/desk';
import { LedgerCounty } from '../testing/ledger-county';
import { openedSheet } from '../testing/opened';
import { aPerson, endRoles, killed, toldOfFewer } from '../testing/people';
import { countExports, readExports, receivedOf, withdrawExport, writeAgain } from './export-actions';
import { writeExport } from './export-job';
import { readInside } from './inside-actions';
import { discardOverdue, passwordOf, printLedger, takeExport, takeRoster } from './taking-actions';

let county: LedgerCounty;
let desk: ExportDesk;
const start = Date.parse('2025-03-10T01:00:00Z');
const HOUR = 3_600_000;
beforeAll(async () => {
  county = await LedgerCounty.open(120);
  desk = new ExportDesk(county);
}, 60_000);
afterAll(() => county.close());
beforeEach(() => county.house.at(new Date(start)));

const headers = layouts['school-age'].map(({ header }) => header);
const at = (header: string) => headers.indexOf(header as (typeof headers)[number]);
const all = ['F2', 'F3', 'F4'] as const;

it('goes out with two people, in the columns of the county, with every cell a text', async () => {
  const { registrar, principal } = county.people;
  const ready = await desk.ready(registrar, principal, { classes: [...all] });
  expect(ready).toMatchObject({ state: 'ready', steps: ['take', 'withdraw'] });
  const opened = await desk.take(registrar, ready);
  expect(opened.headers).toEqual(headers);
  expect(opened.formulas).toBe(0);
  const mine = county.inRoll((child) => child.school.startsWith('211324/s1/'));
  expect(opened.rows.map((row) => row[at('身份证号')]).sort()).toEqual(mine.map((child) => child.idNumber).sort());
  const one = mine.find((child) => child.name.includes('=1+1'));
  const row = opened.rows.find((cells) => cells[at('身份证号')] === one?.idNumber) ?? [];
  expect([row[at('儿童姓名')], row[at('户主姓名')], row[at('民族')], row[at('就读方式')]]).toEqual([
    one?.name,
    '=户主',
    '蒙古族',
    '走读',
  ]);
  expect([row[at('就读学校(含外地)')], row[at('学校标识码/外地校名')]]).toEqual(['青禾小学', '2121000011']);
  expect(opened.top.join('\n')).toContain(
    `导出编号：${ready.number}　导出人：包学籍（包学籍的单位）　批准人：韩校长　导出时间：2025-03-10 09:00`,
  );
  expect(await desk.look(registrar, ready)).toMatchObject({ state: 'taken', rowsWritten: mine.length, steps: [] });
  expect(await desk.files()).toEqual([]);
});

it('holds of each class what was approved and the role may see: masked or nothing otherwise', async () => {
  const { registrar, principal, leader, officer } = county.people;
  const row = async (who: typeof officer, approver: typeof leader, classes: readonly (typeof all)[number][]) => {
    const ready = await desk.ready(who, approver, { classes: [...classes], filter: LedgerFilter.parse({ school: 's1' }) });
    return (await desk.take(who, ready)).rows;
  };
  const some = county.inRoll((child) => child.school.startsWith('211324/s1/') && child.state === 'home-teaching');
  const plain = await row(officer, leader, []);
  const ids = plain.map((cells) => cells[at('身份证号')]);
  expect(new Set(ids)).toEqual(new Set([maskId('211324201503150000')]));
  expect(plain.every((cells) => /^1\d\d\*{6}\d\d$/.test(cells[at('监护人电话')] ?? ''))).toBe(true);
  expect(plain.every((cells) => cells[at('监护人')] === maskName('某建国').replace('某', cells[at('监护人')]?.[0] ?? ''))).toBe(
    true,
  );
  expect(maskPhone('13804211000')).toBe('138******00');
  expect(plain.map((cells) => cells[at('民族')]).filter((text) => text !== '')).toEqual([]);
  expect(plain.filter((cells) => cells[at('就学状态')] === '送教上门').length).toBe(0);
  expect(plain.every((cells) => /^\**$/.test(cells[at('全国学籍号')] ?? ''))).toBe(true);
  const numbers = await row(officer, leader, ['F3']);
  expect(numbers.every((cells) => /^211324\d{11}X$/.test(cells[at('身份证号')] ?? ''))).toBe(true);
  expect(numbers.map((cells) => cells[at('民族')]).filter((text) => text !== '')).toEqual([]);
  const care = await row(registrar, principal, ['F4']);
  expect(care.filter((cells) => cells[at('就学状态')] === '送教上门').length).toBe(some.length);
  expect(some.length).toBeGreaterThan(0);
  expect(care.filter((cells) => cells[at('残疾类别等级')] === '智力 二级').length).toBeGreaterThan(0);
  // A principal sees numbers masked (register of goals §6.2), so they leave masked whatever was ticked.
  const principals = await row(principal, leader, [...all]);
  expect(new Set(principals.map((cells) => cells[at('身份证号')]))).toEqual(new Set([maskId('211324201503150000')]));
});

it('is approved by nobody for himself, by a principal for his registrar, by the leader of the bureau for everybody', async () => {
  const { registrar, principal, leader, officer, otherRegistrar } = county.people;
  const mine = await desk.ask(principal);
  await expect(desk.approve(principal, mine)).rejects.toMatchObject({ code: 'own-request' });
  const others = await desk.ask(otherRegistrar);
  await expect(desk.approve(principal, others)).rejects.toMatchObject({ code: 'absent' });
  const countys = await desk.ask(officer);
  await expect(desk.approve(principal, countys)).rejects.toMatchObject({ code: 'absent' });
  const schools = await desk.ask(registrar);
  const waiting = async (who: typeof leader) =>
    (await readExports(county.db, who, { list: 'approve', page: 1, size: 50, child: [] })).rows.map((row) => row.exportId);
  expect(await waiting(principal)).toEqual([schools.exportId]);
  expect((await waiting(leader)).sort()).toEqual([mine, others, countys, schools].map((one) => one.exportId).sort());
  expect(await countExports(county.db, leader)).toMatchObject({ approve: 4 });
  expect((await desk.refuse(leader, mine)).state).toBe('refused');
  expect((await desk.refuse(leader, others)).reason).toContain('按乡镇');
  expect((await desk.look(otherRegistrar, others)).state).toBe('refused');
  await expect(desk.approve(leader, { ...others, version: others.version + 1 })).rejects.toMatchObject({ code: 'not-now' });
  await expect(desk.approve(leader, { ...schools, version: 9 })).rejects.toMatchObject({ code: 'changed-meanwhile' });
  await desk.refuse(leader, countys);
  await desk.refuse(leader, schools);
});

it('says what the places are called that were chosen, to whoever decides on a phone', async () => {
  const { officer, leader } = county.people;
  const asked = await desk.ask(officer, { filter: LedgerFilter.parse({ area: '211324101201' }) });
  const { area, school } = (await desk.look(leader, asked)).filterPlaces;
  expect([area.split(' ').length, /\d/.test(area), school]).toEqual([2, false, '']);
  const ofSchool = await desk.ask(officer, { filter: LedgerFilter.parse({ school: 's1' }) });
  expect((await desk.look(leader, ofSchool)).filterPlaces).toEqual({ area: '', school: '青禾小学' });
  await desk.refuse(leader, asked);
  await desk.refuse(leader, ofSchool);
});

it('is let out by two people also where one of them holds both roles', async () => {
  const { officer, leader } = county.people;
  const both = { ...officer, actor: { ...officer.actor, grants: [...officer.actor.grants, ...leader.actor.grants] } };
  const asked = await desk.ask(both);
  const { rows } = await readExports(county.db, both, { list: 'approve', page: 1, size: 50, child: [] });
  expect(rows.map(({ exportId }) => exportId)).not.toContain(asked.exportId);
  expect((await desk.look(both, asked)).steps).toEqual(['withdraw']);
  await expect(desk.approve(both, asked)).rejects.toMatchObject({ code: 'own-request' });
  expect((await desk.approve(leader, asked)).state).toBe('writing');
  await withdrawExport(county.db, county.services, both, asked.exportId, asked.version + 1);
});

it('is taken once, by the one who asked, within a day', async () => {
  const { registrar, principal, officer, leader } = county.people;
  const { db, services } = county;
  const ready = await desk.ready(registrar, principal);
  await expect(takeExport(db, services, registrar, ready.exportId, ready.version)).rejects.toMatchObject({ code: 'no-password' });
  for (const who of [principal, leader, officer])
    await expect(passwordOf(db, services, who, ready.exportId, ready.version)).rejects.toMatchObject({ code: 'absent' });
  const { password, version } = await passwordOf(db, services, registrar, ready.exportId, ready.version);
  for (const who of [principal, leader, officer])
    await expect(takeExport(db, services, who, ready.exportId, version)).rejects.toMatchObject({ code: 'absent' });
  const both = await Promise.allSettled([1, 2].map(() => takeExport(db, services, registrar, ready.exportId, version)));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  for (const one of both) if (one.status === 'fulfilled') for await (const _ of one.value.body as AsyncIterable<Buffer>);
  await expect(takeExport(db, services, registrar, ready.exportId, version + 1)).rejects.toMatchObject({ code: 'not-now' });
  expect(password).toMatch(/^(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
  const late = await desk.ready(registrar, principal);
  county.house.at(new Date(start + 24 * HOUR));
  expect((await desk.look(registrar, late)).state).toBe('expired');
  await expect(passwordOf(db, services, registrar, late.exportId, late.version)).rejects.toMatchObject({ code: 'not-now' });
  expect(await desk.files()).toHaveLength(1);
  expect(await discardOverdue(db, services)).toBe(1);
  expect(await desk.files()).toEqual([]);
  expect(await discardOverdue(db, services)).toBe(0);
});

it('runs out when nobody decides within three days', async () => {
  const { registrar, principal } = county.people;
  const asked = await desk.ask(registrar);
  county.house.at(new Date(start + 72 * HOUR));
  expect((await desk.look(registrar, asked)).state).toBe('expired');
  await expect(desk.approve(principal, asked)).rejects.toMatchObject({ code: 'not-now' });
  expect((await countExports(county.db, principal)).approve).toBe(0);
});

it('leaves nothing when its work is broken off, and is written when it is begun again', async () => {
  const { registrar, principal } = county.people;
  const { db, services } = county;
  const asked = await desk.ask(registrar);
  await desk.approve(principal, asked);
  // It breaks when the file lies on the disk and nothing is committed yet.
  const put = async (...file: Parameters<typeof services.files.put>) => {
    await services.files.put(...file);
    throw new Error('the machine stops');
  };
  const stopping = { ...services, files: Object.assign(Object.create(services.files), { put }) };
  await expect(desk.work((run) => writeExport({ ...run, house: stopping }))).rejects.toThrow('the machine stops');
  const failed = await desk.look(registrar, asked);
  expect([failed.state, failed.steps, failed.rowsWritten]).toEqual(['failed', ['write-again', 'withdraw'], null]);
  expect(failed.problem?.zh).toContain('系统出了问题');
  // What it left is sealed and nobody's.
  const kept = await readAs(db, county.house.system, keptFiles);
  expect([(await desk.files()).length, kept.size]).toEqual([1, 0]);
  const broken = await desk.ask(registrar);
  await desk.approve(principal, broken);
  await expect(desk.work((run) => writeExport({ ...run, house: stopping }))).rejects.toThrow('the machine stops');
  expect(await desk.files()).toHaveLength(2);
  await writeAgain(db, services, registrar, failed.exportId, failed.version);
  // Now the process that had begun it is dead: its lease runs out, and the next one takes the work up.
  await killed(county.house);
  await desk.work();
  const ready = await desk.look(registrar, asked);
  expect(ready.state).toBe('ready');
  await withdrawExport(db, services, registrar, ready.exportId, ready.version);
  county.house.at(new Date(start + 72 * HOUR));
  expect((await desk.look(registrar, broken)).state).toBe('expired');
  await discardOverdue(db, services);
  expect(await desk.files()).toEqual([]);
});

it('writes nothing once it is told to stop', async () => {
  const { registrar, principal } = county.people;
  const asked = await desk.ask(registrar);
  await desk.approve(principal, asked);
  const stop = new AbortController();
  await expect(
    desk.work((run) => {
      const report = () => stop.abort(new Error('told to stop'));
      return writeExport({ ...run, signal: stop.signal, report });
    }),
  ).rejects.toThrow('told to stop');
  expect((await desk.look(registrar, asked)).state).toBe('failed');
  expect(await desk.files()).toEqual([]);
});

it('is not written for a wish that was taken back, for rights that are gone, for another list than was approved', async () => {
  const { registrar, principal, leader } = county.people;
  const { db, services } = county;
  const withdrawn = await desk.ask(registrar);
  const approved = await desk.approve(principal, withdrawn);
  await expect(withdrawExport(db, services, principal, withdrawn.exportId, approved.version)).rejects.toMatchObject({
    code: 'absent',
  });
  // The wish is taken back when the file lies on the disk and is nobody's yet.
  const put = async (...file: Parameters<typeof services.files.put>) => {
    await withdrawExport(db, services, registrar, withdrawn.exportId, approved.version);
    return services.files.put(...file);
  };
  const slow = { ...services, files: Object.assign(Object.create(services.files), { put }) };
  await desk.work((run) => writeExport({ ...run, house: slow }));
  expect((await desk.look(registrar, withdrawn)).state).toBe('withdrawn');
  const grown = await desk.ask(registrar, { filter: LedgerFilter.parse({ grade: ['3'] }) });
  await desk.approve(principal, grown);
  await toldOfFewer(county.house, grown.exportId);
  await desk.work();
  expect((await desk.look(registrar, grown)).problem?.zh).toContain('差得太多');
  const leaving = await aPerson(county.house, 'registrar', 'school', '211324/s1/', '离岗', '青禾小学');
  const gone = await desk.ask(leaving);
  await desk.approve(leader, gone);
  await endRoles(county.house, leaving);
  await desk.work();
  expect((await desk.look(leader, gone)).state).toBe('failed');
  expect(await desk.files()).toEqual([]);
});

it('goes out at once as a roster, of few rows and of nothing but who the children are', async () => {
  const { teacher, principal } = county.people;
  const { db, services } = county;
  const why = { purpose: 'school-work', purposeText: '' } as const;
  const file = await takeRoster(db, services, teacher, 'school-age', { filter: LedgerFilter.parse({}), ...why });
  const opened = await openedSheet(file.body);
  expect(opened.headers).toEqual(['儿童姓名', '性别', '乡镇(街道)', '村(社区)', '就读学校(含外地)', '年级班级', '就学状态']);
  const mine = county.inRoll((child) => child.school === '211324/s1/s1c1/');
  expect(opened.rows.map(([name]) => name).sort()).toEqual(mine.map(({ name }) => name).sort());
  expect(opened.rows.map((row) => row[6]).filter((state) => state === '送教上门' || state === '特校/机构')).toEqual([]);
  expect(opened.formulas).toBe(0);
  const crowd = await LedgerCounty.open(260);
  const many = takeRoster(crowd.db, crowd.services, crowd.people.officer, 'school-age', {
    filter: LedgerFilter.parse({}),
    ...why,
  });
  await expect(many).rejects.toMatchObject({ code: 'roster-too-long' });
  await crowd.close();
  const left = await readExports(db, principal, { list: 'left', page: 1, size: 50, child: [] });
  const [roster] = left.rows.filter((row) => row.kind === 'roster');
  expect(roster).toMatchObject({ rowsWritten: mine.length, askedBy: { name: '乌老师' }, classes: ['F1'] });
});

it('says who was in what left, page after page, and of a child that is elsewhere today only that there was one', async () => {
  const { registrar, principal, officer, otherRegistrar } = county.people;
  const ready = await desk.ready(registrar, principal, { filter: LedgerFilter.parse({ grade: ['2'] }) });
  const inside = (who: typeof officer, page = 1, size = 200) => readInside(county.db, who, ready.exportId, { page, size });
  expect(await inside(principal)).toMatchObject({ rows: [], total: 0 });
  await expect(inside(officer)).rejects.toMatchObject({ code: 'absent' });
  await desk.take(registrar, ready);
  const mine = county.inRoll((child) => child.school.startsWith('211324/s1/') && child.grade === 2);
  for (const who of [principal, officer]) {
    const view = await inside(who);
    expect(view.rows.map(({ childId }) => childId).sort()).toEqual(mine.map(({ id }) => id).sort());
    expect([view.total, view.elsewhere]).toEqual([mine.length, 0]);
  }
  const paged = [...(await inside(officer, 1, 1)).rows, ...(await inside(officer, 2, 1)).rows];
  expect(paged).toEqual((await inside(officer)).rows.slice(0, 2));
  await expect(inside(otherRegistrar)).rejects.toMatchObject({ code: 'absent' });
  // A registrar keeps no register, not even of what she took herself.
  expect(await inside(registrar)).toMatchObject({ rows: [], total: mine.length, elsewhere: mine.length });
});

it('says who got the data of a child, and who got those of several together', async () => {
  const { registrar, principal, officer } = county.people;
  const ready = await desk.ready(registrar, principal, { filter: LedgerFilter.parse({ grade: ['1'] }) });
  await desk.take(registrar, ready);
  const mine = county.inRoll((child) => child.school.startsWith('211324/s1/') && child.grade === 1);
  const other = county.inRoll((child) => child.school.startsWith('211324/s3/'))[0];
  const received = (child = '') => readAs(county.db, officer, (trx) => receivedOf(trx, child));
  expect((await received(mine[0]?.id)).rows.map((row) => row.exportId)).toContain(ready.exportId);
  expect((await received(other?.id)).rows.map((row) => row.exportId)).not.toContain(ready.exportId);
  const holding = async (...child: string[]) =>
    (await readExports(county.db, officer, { list: 'left', page: 1, size: 50, child })).rows.map((row) => row.exportId);
  expect(await holding(...mine.map(({ id }) => id))).toContain(ready.exportId);
  expect(await holding(mine[0]?.id ?? '', other?.id ?? '')).not.toContain(ready.exportId);
});

it('leaves one line in the trail for each step, and notes a printed page before it is shown', async () => {
  const { registrar, principal } = county.people;
  const ready = await desk.ready(registrar, principal);
  await desk.take(registrar, ready);
  const refused = await desk.ask(registrar);
  await desk.refuse(principal, refused);
  const why = { purpose: 'school-work', purposeText: '' } as const;
  const printed = await printLedger(county.db, registrar, 'school-age', {
    filter: LedgerFilter.parse({}),
    page: 1,
    size: 10,
    ...why,
  });
  expect(printed).toMatchObject({ who: '包学籍', unit: '包学籍的单位' });
  expect(printed.view.rows).toHaveLength(10);
  expect(printed.view.rows.filter((row) => row.state === 'home-teaching')).toEqual([]);
  const trail = await trailOf(county.house, 'export:');
  const acts = (id: string) => trail.filter((line) => line.object === `export:${id}`).map(({ act, user }) => [act, user]);
  const [me, head] = [registrar.actor.userId, principal.actor.userId];
  expect(acts(ready.exportId).sort()).toEqual(
    [
      ['export.ask', me],
      ['export.approve', head],
      ['export.write', me],
      ['export.password', me],
      ['export.take', me],
    ].sort(),
  );
  expect(acts(refused.exportId).sort()).toEqual(
    [
      ['export.ask', me],
      ['export.refuse', head],
    ].sort(),
  );
  const prints = trail.filter(({ act }) => act === 'ledger.print');
  expect(prints).toHaveLength(1);
  expect(JSON.stringify(trail)).not.toMatch(/\d{17}X|1380421\d{4}/);
});

it('asks for nothing where nobody fits, and is asked for once however often the request is repeated', async () => {
  const { registrar } = county.people;
  await expect(desk.ask(registrar, { filter: LedgerFilter.parse({ q: '查无此人' }) })).rejects.toMatchObject({ code: 'no-rows' });
  const claim = { key: newId(), requestHash: 'same' };
  const first = await desk.ask({ ...registrar, claim });
  await expect(desk.ask({ ...registrar, claim })).rejects.toMatchObject({ answer: { exportId: first.exportId } });
});

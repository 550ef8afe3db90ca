import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Context, readAs, transact } from '../../../platform/db';
import { asking } from '../../../platform/testing/house';
import { permissions } from '../permissions';
import { Asked, lostCount } from '../testing/asked';
import { contactOf } from './answer-actions';
import { everywhere, scopeFor } from './asking';
import { acceptTasks, reassignTask } from './decide-actions';
import { addPaper, openPaper, removePaper } from './files';
import { recallBatch, recallFound } from './send-actions';
import { countTasks, listTasks, type TaskRow } from './task-store';

let asked: Asked;
let tasks: readonly TaskRow[];
let officer: Context;
beforeAll(async () => {
  asked = await Asked.open();
  officer = asked.bureau.officer;
});
beforeEach(() => asked.bureau.house.at(new Date('2025-03-10T01:00:00Z')));
afterAll(() => asked.close());

/** A question nobody has touched yet. */
const open: TaskRow[] = [];
const next = (): TaskRow => {
  const task = open.shift();
  if (!task) throw new Error('the test needs more lost children');
  return task;
};

describe('questions that are sent', () => {
  it('go to the village of every child who is found in no school, and the child waits to be verified', async () => {
    tasks = await asked.send();
    expect(tasks).toHaveLength(lostCount);
    expect(tasks.every(({ tree, state }) => tree === 'area' && state === 'open')).toBe(true);
    // Of whom no village is known, the bureau itself is asked.
    open.push(...tasks.filter(({ path }) => path !== '211324/'));
    expect(open.length).toBeGreaterThan(5);
    expect((await asked.standing(tasks[0]?.child_id ?? '')).state).toMatch(/to-verify|unplaced/);
  });

  it('are not sent a second time while they wait', async () => {
    await expect(asked.send()).rejects.toMatchObject({ code: 'nothing-to-send' });
    expect(await asked.tasks()).toHaveLength(lostCount);
  });

  it('cannot be due in the past, or so late that everybody has forgotten', async () => {
    await expect(asked.send(officer, '2025-03-09')).rejects.toMatchObject({ code: 'faults' });
    await expect(asked.send(officer, '2025-06-09')).rejects.toMatchObject({ code: 'faults' });
  });
});

describe('whoever is asked', () => {
  it('sees the questions of the own places and no others, by the query as by row-level security', async () => {
    const [task] = open;
    if (!task) throw new Error('no task');
    const village = asked.village(task);
    const mine = await readAs(asked.db, village, (trx) =>
      listTasks(trx, scopeFor(village, permissions['verification.see']), { page: 1, size: 200 }, '2025-03-10'),
    );
    expect(mine.rows.every(({ path }) => path.startsWith(task.path))).toBe(true);
    expect(mine.rows.length).toBe(tasks.filter(({ path }) => path.startsWith(task.path)).length);
    // Row-level security alone: the query asks for everything.
    const all = await readAs(asked.db, village, (trx) => listTasks(trx, everywhere, { page: 1, size: 200 }, '2025-03-10'));
    expect(all.total).toBe(mine.total);
    const stranger = asking({ role: 'village', tree: 'area', path: '211324/211324400/211324400498/' });
    await expect(asked.read(stranger, task.task_id)).rejects.toMatchObject({ kind: 'absent' });
  });

  it('is told the name, the age and the place, and a village nothing of schools', async () => {
    const [task] = open;
    if (!task) throw new Error('no task');
    const view = await asked.read(asked.village(task), task.task_id);
    expect(view.name).not.toBe('');
    expect(view.age).toBeGreaterThan(5);
    expect([view.school, view.className]).toEqual(['', '']);
    expect(JSON.stringify(view)).not.toMatch(/\d{17}/);
    expect(JSON.stringify(view)).not.toMatch(/(?<!\d)1\d{10}(?!\d)/);
  });

  it('is told the telephone when it is needed, and that leaves a line', async () => {
    const [task] = open;
    if (!task) throw new Error('no task');
    const { phone } = await contactOf(asked.db, asked.village(task), asked.services.ring, task.task_id, 'call');
    expect(phone).toMatch(/^1\d{10}$/);
  });
});

describe('an answer', () => {
  it('that a child is in no school counts at once, and no second answer of the same office takes it away', async () => {
    const task = next();
    const village = asked.village(task);
    const told = await asked.answer(village, task.task_id, { outcome: 'out-of-school', version: task.version });
    expect(told.state).toBe('answered');
    expect((await asked.standing(task.child_id)).state).toBe('unplaced');
    const again = await asked.answer(village, task.task_id, {
      outcome: 'in-county-enrolled',
      proofs: ['school-certificate'],
      version: told.version,
    });
    expect(again.answers.map(({ outcome }) => outcome)).toEqual(['in-county-enrolled', 'out-of-school']);
    expect((await asked.standing(task.child_id)).state).toMatch(/^(unplaced|to-verify)$/);
  });

  it('that a child is in school elsewhere counts when the bureau has accepted it with a proof, and not before', async () => {
    const task = next();
    const said = { outcome: 'out-of-province', place: '河北省平泉市 杨树岭小学', proofs: ['school-certificate'] };
    const told = await asked.answer(asked.township(task), task.task_id, { ...said, version: task.version });
    expect((await asked.standing(task.child_id)).state).not.toBe('elsewhere');
    const done = await asked.decide(officer, task.task_id, 'accepted', told.version);
    expect(done.answers[0]).toMatchObject({ verdict: 'accepted', place: said.place });
    expect((await asked.standing(task.child_id)).state).toBe('elsewhere');
    // A wrong acceptance is put right by sending the answer back.
    await asked.decide(asked.second, task.task_id, 'sent-back', done.version);
    expect((await asked.standing(task.child_id)).state).not.toBe('elsewhere');
  });

  it('without the name of the school elsewhere, of a day to come, or not the asker’s to give is refused', async () => {
    const [task] = open;
    if (!task) throw new Error('no task');
    const { version } = task;
    const village = asked.village(task);
    const refused = (said: Parameters<Asked['answer']>[2]) => asked.answer(village, task.task_id, said);
    await expect(refused({ outcome: 'in-province', version })).rejects.toMatchObject({ code: 'faults' });
    await expect(refused({ outcome: 'dead', foundDay: '2025-03-11', version })).rejects.toMatchObject({ code: 'faults' });
    await expect(refused({ outcome: 'dead', proofs: ['rumour'], version })).rejects.toMatchObject({ code: 'proof-kind' });
    await expect(refused({ outcome: 'constructor', version })).rejects.toMatchObject({ code: 'outcome-not-yours' });
    const teacher = asking({ role: 'class-teacher', tree: 'school', path: '211324/shuiquan/shuiquan-1-1/' });
    await expect(asked.answer(teacher, task.task_id, { outcome: 'dead', version })).rejects.toMatchObject({ kind: 'absent' });
  });

  it('of two people who answer at once is taken from one; the other is told', async () => {
    const task = next();
    const both = await Promise.allSettled([
      asked.answer(asked.village(task), task.task_id, { outcome: 'missing', version: task.version }),
      asked.answer(asked.township(task), task.task_id, { outcome: 'dead', version: task.version }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'changed-meanwhile' } });
  });

  it('is decided on by somebody else than who gave it, and by the bureau alone', async () => {
    const task = next();
    const told = await asked.answer(officer, task.task_id, { outcome: 'other', note: '电话问的', version: task.version });
    await expect(asked.decide(officer, task.task_id, 'accepted', told.version)).rejects.toMatchObject({ code: 'own-answer' });
    await expect(asked.decide(asked.township(task), task.task_id, 'accepted', told.version)).rejects.toMatchObject({
      code: 'not-yours',
    });
    const { accepted, refused } = await acceptTasks(asked.db, asked.second, asked.services.ring, [
      { id: task.task_id, version: told.version },
      { id: tasks[0]?.task_id ?? '', version: 99 },
      { id: 'nothing', version: 1 },
    ]);
    expect([accepted, refused.map(({ id }) => id)]).toEqual([1, [tasks[0]?.task_id, 'nothing']]);
  });
});

describe('a paper', () => {
  const photo = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 4, 9, 9, 0xff, 0xda, 0, 3, 1, 5, 0xff, 0xd9]);
  const upload = (bytes: Buffer) => ({ name: '../../../IMG_20250310_赵一.jpg', stream: Readable.from([bytes]) });

  it('is kept without what the camera wrote, and goes with the answer; it is opened by whoever may see the question', async () => {
    const task = open[0] as TaskRow;
    const village = asked.village(task);
    const where = { id: task.task_id, proof: 'home-visit' };
    await addPaper(asked.db, asked.services, village, where, upload(photo));
    const [file] = (await asked.read(village, task.task_id)).files;
    expect(file).toMatchObject({ name: '材料.jpg', proof: 'home-visit' });
    const paper = await openPaper(asked.db, asked.services, village, task.task_id, file?.fileId ?? '');
    const bytes = Buffer.concat(await (paper.body as Readable).toArray());
    expect([...bytes]).toEqual([0xff, 0xd8, 0xff, 0xda, 0, 3, 1, 5, 0xff, 0xd9]);
    const stranger = asking({ role: 'village', tree: 'area', path: '211324/211324400/211324400498/' });
    const seen = openPaper(asked.db, asked.services, stranger, task.task_id, file?.fileId ?? '');
    await expect(seen).rejects.toMatchObject({ kind: 'absent' });
    const told = await asked.answer(village, task.task_id, { outcome: 'missing', version: task.version });
    expect([told.files, told.answers[0]?.files.length]).toEqual([[], 1]);
    await expect(removePaper(asked.db, village, task.task_id, file?.fileId ?? '')).rejects.toMatchObject({ kind: 'absent' });
    open.shift();
  });

  it('that is a program, is broken or weighs too much is refused, and nothing of it is kept', async () => {
    const task = open[0] as TaskRow;
    const send = (bytes: Buffer) =>
      addPaper(asked.db, asked.services, asked.village(task), { id: task.task_id, proof: 'home-visit' }, upload(bytes));
    await expect(send(Buffer.from('MZ…'))).rejects.toMatchObject({ code: 'paper-kind' });
    await expect(send(photo.subarray(0, 9))).rejects.toMatchObject({ code: 'paper-broken' });
    await expect(send(Buffer.concat([photo, Buffer.alloc(5 * 1024 * 1024)]))).rejects.toMatchObject({ code: 'paper-too-large' });
    expect((await asked.read(asked.village(task), task.task_id)).files).toEqual([]);
  });
});

describe('a question', () => {
  it('is passed on to a place that exists, and to no other', async () => {
    const [task] = open;
    if (!task) throw new Error('no task');
    const to = (path: string) =>
      reassignTask(asked.db, officer, asked.services.ring, task.task_id, {
        tree: 'area',
        path,
        reason: '住在那里',
        version: task.version,
      });
    await expect(to('211324/211324999/')).rejects.toMatchObject({ code: 'faults' });
    await expect(to('210000/')).rejects.toMatchObject({ code: 'faults' });
    const moved = await to('211324/211324115/');
    expect(moved.unit.path).toBe('211324/211324115/');
    // Whoever is asked sees the child, though it lives elsewhere; and nobody else there does.
    open[0] = { ...task, path: moved.unit.path, version: moved.version };
    const view = await asked.read(asked.township(open[0]), task.task_id);
    expect([view.name, view.guardian].includes('')).toBe(false);
  });

  it('is called back when a newer comparison finds the child, and not when somebody has answered it', async () => {
    const waits = open.length;
    await asked.compare(0);
    await transact(asked.db, officer, async (trx) => ({ result: await recallFound(trx), changes: [] }));
    const states = (await asked.tasks()).map(({ state, recall_why: why }) => `${state} ${why}`);
    expect(states.filter((state) => state === 'recalled found').length).toBeGreaterThanOrEqual(waits);
    expect(states).toContain('answered null');
    expect((await asked.standing(open[0]?.child_id ?? '')).rule).not.toBe('question-open');
  });

  it('that nobody has answered is called back with its batch; counts follow', async () => {
    await asked.compare(lostCount);
    const before = await asked.tasks();
    const sent = await asked.send();
    const fresh = sent.filter(({ task_id: id }) => !before.some((task) => task.task_id === id));
    expect(fresh.length).toBeGreaterThan(0);
    const count = () => readAs(asked.db, officer, (trx) => countTasks(trx, everywhere, '2025-03-21'));
    expect((await count()).late).toBeGreaterThanOrEqual(fresh.length);
    await recallBatch(asked.db, officer, fresh[0]?.batch_id ?? '', '名册有误');
    expect((await asked.tasks()).filter(({ batch_id: id }) => id === fresh[0]?.batch_id).map(({ state }) => state)).toEqual(
      fresh.map(() => 'recalled'),
    );
    expect((await count()).late).toBeLessThan(fresh.length + 1);
    await expect(recallBatch(asked.db, officer, 'nothing', '名册有误')).rejects.toMatchObject({ kind: 'absent' });
  });
});

import { dayOf } from '../../../platform/clock';
import { type Context, readAs } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { asking } from '../../../platform/testing/house';
import { factsOfChildren, findChild } from '../../children/server/index';
import { Bureau } from '../../matching/testing/bureau';
import { aCounty } from '../../matching/testing/county';
import { defaultPolicy, type Fact, type Standing, standingOn } from '../../standing/index';
import type { AnswerRequest, TaskView } from '../contract';
import { answerTask, readTask } from '../server/answer-actions';
import { everywhere } from '../server/asking';
import { decideTask } from '../server/decide-actions';
import { sendTasks } from '../server/send-actions';
import { listTasks, type TaskRow } from '../server/task-store';

const county = aCounty(150);
/** The children without an enrolment, of whom the comparison finds that they are in no school. */
export const lostCount = 8;

/** A bureau that has compared a county in which some children are on the household register alone. */
export class Asked {
  readonly second: Context;

  private constructor(
    readonly bureau: Bureau,
    readonly services: House,
  ) {
    this.second = bureau.second;
  }

  static async open(): Promise<Asked> {
    const bureau = await Bureau.open();
    bureau.house.at(new Date('2025-03-10T01:00:00Z'));
    const { ring, files } = bureau.house;
    const asked = new Asked(bureau, { ring, files, wakeJobs: () => undefined });
    await asked.compare(lostCount);
    return asked;
  }

  /** Compares again; of the children who were lost, so many still are. */
  compare(lost: number): Promise<number> {
    return this.bureau.compare({ household: county.household, enrolment: county.enrolment.slice(lost) }, '2025-03-10');
  }

  get db() {
    return this.bureau.house.db;
  }

  /** Sends questions about every lost child; answers with the questions. */
  async send(context: Context = this.bureau.officer, dueDay = '2025-03-20'): Promise<readonly TaskRow[]> {
    await sendTasks(this.db, context, { finding: 'not-enrolled', dueDay, note: '' });
    return this.tasks();
  }

  async tasks(): Promise<readonly TaskRow[]> {
    const all = { page: 1, size: 200 };
    return (await readAs(this.db, this.bureau.officer, (trx) => listTasks(trx, everywhere, all, '2025-03-10'))).rows;
  }

  /** Somebody of the township that a question is asked of. */
  township({ path }: Pick<TaskRow, 'path'>): Context {
    return asking({ role: 'township', tree: 'area', path: `${path.split('/').slice(0, 2).join('/')}/` });
  }

  village({ path }: Pick<TaskRow, 'path'>): Context {
    return asking({ role: 'village', tree: 'area', path });
  }

  answer(
    who: Context,
    task: string,
    said: Partial<AnswerRequest> & Pick<AnswerRequest, 'outcome' | 'version'>,
  ): Promise<TaskView> {
    const usual = { proofs: [], foundDay: '2025-03-10', place: '', met: [], note: '' };
    return answerTask(this.db, who, this.services.ring, task, { ...usual, ...said });
  }

  decide(who: Context, task: string, verdict: 'accepted' | 'sent-back', version: number): Promise<TaskView> {
    const reason = verdict === 'accepted' ? '' : '请补证明';
    return decideTask(this.db, who, this.services.ring, task, { verdict, reason, validUntil: null, version });
  }

  read(who: Context, task: string): Promise<TaskView> {
    return readTask(this.db, who, this.services.ring, task);
  }

  /** Where a child stands today by all facts that were told. */
  async standing(childId: string): Promise<Standing> {
    return readAs(this.db, this.bureau.officer, async (trx) => {
      const child = await findChild(trx, everywhere, childId);
      const stored = (await factsOfChildren(trx, [childId])).get(childId) ?? [];
      const facts = stored.map(
        ({ factId: id, happened, recordedAt, source, kind, body }) =>
          ({ id, happened, recorded: recordedAt.toISOString(), source, kind, ...body }) as Fact,
      );
      const birth = child?.birth_day ?? undefined;
      const facts_ = { id: childId, county: '211324', facts, ...(birth === undefined ? {} : { birth }) };
      return standingOn(facts_, dayOf(trx.now), defaultPolicy);
    });
  }

  close(): Promise<void> {
    return this.bureau.close();
  }
}

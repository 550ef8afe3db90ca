import { randomInt } from 'node:crypto';
import { kazuo } from '../../modules/area';
import { seedAreas, seedSchools } from '../../modules/area/server';
import { aClass, aSchool } from '../../modules/area/testing/factories';
import { seedCalendar } from '../../modules/calendar/server';
import { countChildren } from '../../modules/standing/server';
import { ToldCounty } from '../../modules/standing/testing/told-county-store';
import { insertCounty } from '../../platform/county';
import { type Context, newId, transact } from '../../platform/db';
import { type SignedIn, signedIn } from '../../platform/http/testing/signed-in';
import { readConfig } from '../config';
import { COUNTY, onClock, openHouse } from '../open-house';
import { OwnHouse, type Served } from './own-house';

/** A Monday morning of a school week. */
const MORNING = new Date('2025-03-10T00:30:00Z');
const DAY = '2025-03-10';
const pupils = 3;
const school = aSchool();

/** A teacher with a class: how often its roll was taken as far as the teacher was told, and what the teacher wants to send next. */
type Caller = SignedIn & { readonly classId: string; readonly children: readonly string[]; told: number };

/** What came of all the sending. */
export type Outcome = {
  /** rolls whose teacher was told that they are kept */ readonly acknowledged: number;
  /** sendings that got no answer, because the server was killed, and were made again */ readonly unanswered: number;
  /** classes of which the database does not hold exactly the rolls of which the teacher was told, each once */
  readonly wrong: readonly string[];
  /** lines of the trail that say a roll was taken */ readonly lines: number;
  /** milliseconds from the start of the command to the page */ readonly starts: readonly number[];
};

/**
 * Teachers who send the rolls of their classes to the real program on its embedded database, while it is killed again and again
 * (REL-02). Whoever gets no answer sends the same again, as the page does, until there is one.
 */
export class KilledMorning {
  private readonly own = new OwnHouse();
  private readonly starts: number[] = [];
  private server: Promise<Served> | undefined;
  private unanswered = 0;
  private closing = false;

  private constructor(private callers: readonly Caller[] = []) {}

  /** Makes the county in an empty data folder, with so many classes; nothing serves it yet. */
  static async open(classes: number): Promise<KilledMorning> {
    const here = new KilledMorning();
    const house = await openHouse(readConfig({ NOL_DATA: here.own.folder }), () => undefined);
    try {
      const clockShiftMs = MORNING.getTime() - Date.now();
      const db = onClock(house.db, clockShiftMs);
      const system: Context = { actor: null, requestId: newId(), source: 'test' };
      const rooms = Array.from({ length: classes }, (_, at) =>
        aClass(school, { id: `c${at}`, number: 1 + (at % 20), grades: [1 + (at % 6)] }),
      );
      await transact(db, system, async (trx) => {
        await insertCounty(trx, { ...COUNTY, demo: false, clockShiftMs });
        await seedAreas(trx, kazuo(), '2000-01-01');
        await seedCalendar(trx);
        const placed = rooms.map((room) => ({ ...room, areaPath: school.areaPath }));
        await seedSchools(trx, { schools: [school], classes: placed, owners: [] });
        return { result: undefined, changes: [] };
      });
      const county = new ToldCounty({ db, system });
      const callers: Caller[] = [];
      for (const room of rooms) {
        const children = await enrol(county, room.path);
        const grant = { role: 'class-teacher', tree: 'school', path: room.path } as const;
        callers.push({ ...(await signedIn(db, grant, { secondFactor: true })), classId: room.id, children, told: 0 });
      }
      await countChildren({ db, context: system });
      here.callers = callers;
    } finally {
      await house.close();
    }
    return here;
  }

  /** Starts the program, has every teacher send a roll, kills it at some moment before `withinMs`, and starts it again until all have been answered. */
  async kill(withinMs: number): Promise<void> {
    const first = await this.serve();
    const sending = Promise.all(this.callers.map((caller) => this.send(caller)));
    await pause(randomInt(withinMs + 1));
    // Before it is gone, so that nobody who gets no answer asks the dead one again.
    let gone: () => void = () => undefined;
    const killed = new Promise<void>((done) => {
      gone = done;
    });
    this.server = killed.then(() => this.start());
    await first.kill();
    gone();
    await sending;
  }

  /** Every teacher sends a roll and nobody is disturbed; answers how many milliseconds that took. */
  async undisturbed(): Promise<number> {
    await this.serve();
    const begun = performance.now();
    await Promise.all(this.callers.map((caller) => this.send(caller)));
    return performance.now() - begun;
  }

  /** Compares what teachers were told with what the database holds. */
  async outcome(): Promise<Outcome> {
    await this.serve();
    const kept = await this.own.sql(
      `select class_id, count(*)::int as rolls, count(distinct version)::int as different, max(version)::int as last,
        count(*) filter (where newest)::int as newest from class_roll where day = '${DAY}' group by 1`,
    );
    const byClass = new Map(kept.map((row) => [row.class_id, row]));
    const wrong = this.callers.flatMap(({ classId, told }) => {
      const { rolls, different, last, newest } = byClass.get(classId) ?? {};
      const right = rolls === told && different === told && last === told && newest === 1;
      return right ? [] : [`${classId}: told ${told}, kept ${rolls}, different ${different}, last ${last}, newest ${newest}`];
    });
    const [trail] = await this.own.sql("select count(*)::int as lines from audit_line where act = 'attendance.take'");
    const acknowledged = this.callers.reduce((sum, { told }) => sum + told, 0);
    return { acknowledged, unanswered: this.unanswered, wrong, lines: Number(trail?.lines), starts: this.starts };
  }

  async close(): Promise<void> {
    this.closing = true;
    await (await this.server)?.stop();
    await this.own.remove();
  }

  private serve(): Promise<Served> {
    this.server ??= this.start();
    return this.server;
  }

  private async start(): Promise<Served> {
    const begun = performance.now();
    const served = await this.own.start();
    this.starts.push(performance.now() - begun);
    return served;
  }

  /** Sends the next roll of a class until an answer comes. Any answer but "it is kept" is an error. */
  private async send(caller: Caller): Promise<void> {
    const { classId, children, told } = caller;
    const away = children[told % children.length];
    // Who was away before is asked after; so every child is spoken of.
    const marks = [{ childId: away, mark: 'absent' }];
    const body = JSON.stringify({ day: DAY, session: 'am', base: told, called: children, marks, reason: '改正' });
    const headers = {
      ...{ cookie: caller.cookie, 'x-nol-token': caller.token },
      ...{ 'content-type': 'application/json', 'idempotency-key': newId() },
    };
    while (!this.closing) {
      const { address } = await this.serve();
      const answer = await fetch(`${address}/api/classes/${classId}/rolls`, { method: 'POST', headers, body })
        .then(async (response) => ({ status: response.status, text: await response.text() }))
        .catch(() => null);
      if (answer === null) this.unanswered++;
      else if (answer.status === 200 || answer.status === 201) break;
      else throw new Error(`${classId}, roll ${told + 1}: ${answer.status} ${answer.text}`);
    }
    caller.told++;
  }
}

/** Children of a class since the beginning of March; answers their ids. */
async function enrol(county: ToldCounty, path: string): Promise<readonly string[]> {
  const ids = Array.from({ length: pupils }, () => newId());
  await county.add(Object.fromEntries(ids.map((id) => [id, '2014-11-20'])));
  for (const id of ids) {
    await county.move(id, { school_path: path });
    const placed = { row: `e-${id}`, state: 'studying', stage: 'primary', placement: 'ordinary', at: path };
    const day = '2025-03-01';
    await county.tell(
      id,
      { day, kind: 'enrolment', body: placed },
      { day, kind: 'class-list', body: { at: path, answer: 'present' } },
    );
  }
  return ids;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

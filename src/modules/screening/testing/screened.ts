import type { z } from 'zod';
import { type Context, newId, transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { seedAreas, seedSchools } from '../../area/server/index';
import { callerOf } from '../../area/testing/calling';
import { aClass, aSchool } from '../../area/testing/factories';
import { seedCalendar } from '../../calendar/server/index';
import { countChildren, routes as standingRoutes } from '../../standing/server/index';
import { ToldCounty } from '../../standing/testing/told-county-store';
import type { ClassRequest, GridView, ProgressView, StartRequest, TargetView, VisitRequest } from '../contract';
import type { FindDecision, FindRequest, FindView } from '../find-contract';
import { routes } from '../server/index';

export const school = aSchool({ id: 'sa', name: '青禾小学' });
export const classes = [1, 2].map((number) => ({
  ...aClass(school, { id: `a${number}`, number, grades: [3] }),
  areaPath: school.areaPath,
}));
export const [one, two] = classes as [(typeof classes)[number], (typeof classes)[number]];
export const villages = ['211324/211324104/211324104208/', '211324/211324104/211324104207/'] as const;

/** A small county with two classes, two villages and an owner for each, in which campaigns can be started and answered. */
export class Screened {
  readonly bureau = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
  readonly second = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
  readonly teacher = asking({ role: 'class-teacher', tree: 'school', path: one.path });
  readonly registrar = asking({ role: 'registrar', tree: 'school', path: school.path });
  readonly village = asking({ role: 'village', tree: 'area', path: villages[0] });
  readonly other = asking({ role: 'village', tree: 'area', path: villages[1] });
  /** four in class one and village one, two in class two and village two, one at home in village one and in no school */
  readonly ids: Readonly<Record<'an' | 'bai' | 'chen' | 'du' | 'feng' | 'gao' | 'lost', string>>;
  readonly call: ReturnType<typeof callerOf>;
  private readonly county: ToldCounty;

  private constructor(readonly house: TestHouse) {
    this.call = callerOf(house, [...routes, ...standingRoutes]);
    this.county = new ToldCounty(house);
    const names = ['an', 'bai', 'chen', 'du', 'feng', 'gao', 'lost'] as const;
    this.ids = Object.fromEntries(names.map((name) => [name, newId()])) as Screened['ids'];
  }

  static async open({ owners = true } = {}): Promise<Screened> {
    const made = new Screened(await testHouse());
    made.onDay('2025-03-03');
    await made.seed(owners);
    return made;
  }

  private async seed(owned: boolean): Promise<void> {
    const { house, ids } = this;
    const life = { from: '2024-09-01', until: null };
    const ownerOf = (kind: 'school' | 'township', path: string, name: string) => ({
      ...{ id: newId(), kind, path, areaPath: kind === 'school' ? school.areaPath : path, userId: null, name, duty: '责任人' },
      ...life,
    });
    const owners = [ownerOf('school', school.path, '郑校长'), ownerOf('township', school.areaPath, '孙乡长')];
    await transact(house.db, house.system, async (trx) => {
      await seedAreas(trx, kazuo(), '2023-06-30');
      await seedCalendar(trx);
      await seedSchools(trx, { schools: [school], classes, owners: owned ? owners : owners.slice(0, 1) });
      return { result: undefined, changes: [] };
    });
    const homes = [ids.an, ids.bai, ids.chen, ids.du].map((id) => [id, one.path, villages[0]] as const);
    const others = [ids.feng, ids.gao].map((id) => [id, two.path, villages[1]] as const);
    for (const [id, at, area] of [...homes, ...others]) await this.put(id, at, area);
    await this.put(ids.lost, undefined, villages[0]);
    await this.count();
  }

  private async put(id: string, at: string | undefined, area: string): Promise<void> {
    await this.county.add({ [id]: '2014-11-20' }, { area });
    await this.county.tell(id, { day: '2025-03-01', kind: 'home', body: { area } });
    await this.county.tell(id, { day: '2025-03-01', kind: 'household', body: { row: `h-${id}`, state: 'listed' } });
    if (at === undefined) return;
    await this.county.move(id, { school_path: at });
    const enrolled = { row: `e-${id}`, state: 'studying', stage: 'primary', placement: 'ordinary', at };
    await this.county.tell(id, { day: '2025-03-01', kind: 'enrolment', body: enrolled });
    await this.county.tell(id, { day: '2025-03-01', kind: 'class-list', body: { at, answer: 'present' } });
  }

  onDay(day: string): void {
    this.house.at(new Date(`${day}T02:00:00Z`));
  }

  async count(): Promise<void> {
    await countChildren({ db: this.house.db, context: this.house.system });
  }

  start(plan: Partial<StartRequest> = {}, who: Context = this.bureau) {
    const usual = { template: 'term-opening', method: 'in-school', name: '春季报到', from: '2025-03-03', until: '2025-03-09' };
    return this.call<{ campaignId: string; children: number; grids: number }>(who, 'POST /api/screening-campaigns', {
      body: { ...usual, ...plan },
    });
  }

  grid(who: Context, id: string, path: string): Promise<GridView> {
    return this.call(who, 'GET /api/screening-campaigns/:id/grid', { params: { id }, query: { path } });
  }

  /** Answers for a class as it is seen, but for what is said otherwise. */
  async answerClass(who: Context, id: string, said: Partial<z.input<typeof ClassRequest>> = {}): Promise<GridView> {
    const path = said.path ?? one.path;
    const version = said.version ?? (await this.grid(who, id, path)).version;
    const day = this.house.db.now().toISOString().slice(0, 10);
    return this.call(who, 'POST /api/screening-campaigns/:id/class-answers', {
      params: { id },
      body: { day, exceptions: [], ...said, path, version },
    });
  }

  async visit(who: Context, target: string, said: Partial<VisitRequest> & Pick<VisitRequest, 'outcome'>): Promise<TargetView> {
    const { version } = await this.target(who, target);
    const foundDay = this.house.db.now().toISOString().slice(0, 10);
    return this.call(who, 'POST /api/screening-targets/:id/answers', {
      params: { id: target },
      body: { foundDay, version, ...said },
    });
  }

  /** Tells of a child that is on no list, in the first village. */
  find(who: Context, id: string, said: Partial<FindRequest> = {}): Promise<FindView> {
    const foundDay = this.house.db.now().toISOString().slice(0, 10);
    const usual = { path: villages[0], name: '林小满', sex: '2', birthDay: '2015-04-02', outcome: 'out-of-school', foundDay };
    return this.call(who, 'POST /api/screening-campaigns/:id/finds', { params: { id }, body: { ...usual, ...said } });
  }

  settle(who: Context, id: string, decision: FindDecision): Promise<FindView> {
    return this.call(who, 'POST /api/screening-finds/:id/decision', { params: { id }, body: decision });
  }

  target(who: Context, id: string): Promise<TargetView> {
    return this.call(who, 'GET /api/screening-targets/:id', { params: { id } });
  }

  progress(who: Context, id: string, grid?: string): Promise<ProgressView> {
    return this.call(who, 'GET /api/screening-campaigns/:id', { params: { id }, query: grid === undefined ? {} : { grid } });
  }

  /** Where a child stands today. */
  async stands(childId: string): Promise<string> {
    await this.count();
    const { state } = await this.call<{ state: string }>(this.bureau, 'GET /api/children/:id/standing', {
      params: { id: childId },
      query: {},
    });
    return state;
  }
}

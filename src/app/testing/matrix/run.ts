import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/db';
import type { RouteFacts } from '../../../platform/http';
import { routesFor } from '../../wiring';
import { expected } from './expected';
import { type Asker, askers, type Expected, type Relation, relations } from './types';
import { openWorld, type World } from './world';

/** What stands between a person and what is not his: both walls, or one of the two alone. */
export type Walls = 'both' | 'rows' | 'queries';

const routes = routesFor({ countyId: '211324', name: '测试县', demo: true, clockShiftMs: 0 });
const nameOf = (route: Pick<RouteFacts<never>, 'method' | 'url'>) => `${route.method} ${route.url}`;

/** Routes are asked in an order in which what they change does not stand in the way of the next. */
const ordered = [...routes].sort((one, other) => Number(one.method !== 'GET') - Number(other.method !== 'GET'));

const denied = [401, 403, 404];

async function ask(world: World, name: string, line: Expected, asker: Asker, relation: Relation) {
  const [method, url = ''] = name.split(' ');
  const id = line.about === 'nothing' ? '' : world.objects[line.about][relation];
  const body = line.body && JSON.parse(JSON.stringify(line.body).replaceAll('"{id}"', JSON.stringify(id)));
  const address = url
    .replace(/:schoolYear/, '2024-2025')
    .replace(/:number/, '2')
    .replace(/:year/, '2025')
    .replace(/:kind/, 'attending')
    .replace(/:field/, 'formerName')
    .replace(/:ledger/, 'school-age')
    .replace(/:[a-zA-Z]+/, id);
  const form = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n姓名\r\n--b--\r\n';
  return world.app.inject({
    method: method as 'GET',
    url: address + (line.query?.replace('{id}', encodeURIComponent(id)) ?? ''),
    headers: {
      ...world.as(asker),
      ...(method === 'POST' ? { 'idempotency-key': newId() } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(line.upload ? { 'content-type': 'multipart/form-data; boundary=b' } : {}),
    },
    ...(body ? { payload: JSON.stringify(body) } : {}),
    ...(line.upload ? { payload: form } : {}),
  });
}

/**
 * Where the objects lie about which somebody asks. Whom the gate turns away no query is asked for, so with one wall alone it is
 * enough to see that the gate still stands.
 */
function relationsFor(line: Expected, asker: Asker, name: string, walls: Walls): readonly Relation[] {
  if (line.about === 'nothing') return ['own'];
  const who = routes.find((route) => nameOf(route) === name)?.who;
  const passes = typeof who !== 'object' || who.roles.some((role) => role === asker);
  return walls === 'both' || passes ? relations : ['own'];
}

function isAllowed({ allowed, absent }: Expected, asker: Asker, relation: Relation): boolean {
  if (absent) return false;
  if (allowed === 'everybody') return true;
  if (allowed === 'signed in') return asker !== 'nobody';
  const where = allowed[asker];
  return where === 'all' || (where?.includes(relation) ?? false);
}

/**
 * Asks every route as everybody about everything, and compares with the table. With `rows` the queries are widened by whoever
 * calls, and with `queries` the row-level security is off: either wall alone has to hold, but where the table says `rowsAlone`.
 */
export function testMatrix(walls: Walls, prepare: (world: World) => Promise<void> = async () => undefined): void {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await prepare(world);
  });
  afterAll(() => world.close());

  it('has a line in the table for every route, and a route for every line', () => {
    expect(Object.keys(expected).sort()).toEqual(routes.map(nameOf).sort());
  });

  describe.each(ordered.map((route) => [nameOf(route)] as const))('%s', (name) => {
    it('lets in exactly those whom the table names', async () => {
      expect(await surprisesOf(world, name, walls)).toEqual([]);
    });
  });
}

async function surprisesOf(world: World, name: string, walls: Walls): Promise<readonly string[]> {
  const line = expected[name];
  if (line === undefined) throw new Error(`${name} has no line in the table`);
  const surprises: string[] = [];
  for (const asker of line.only ?? askers) {
    for (const relation of relationsFor(line, asker, name, walls)) {
      const { statusCode } = await ask(world, name, line, asker, relation);
      const exists = relation !== 'none' && relation !== 'malformed';
      const allowed = walls === 'rows' ? (line.rowsAlone ?? line.allowed) : line.allowed;
      const wanted = exists && isAllowed({ ...line, allowed }, asker, relation);
      const isHeld = world.faults.splice(0).some(isHeldByRows) && walls === 'rows';
      const letIn = !denied.includes(statusCode) && !isHeld;
      // Nonsense in an address may also be refused for its shape; a body of the table may not.
      const misshapen = statusCode === 400 && relation !== 'malformed' && !line.wrong;
      if (misshapen || (letIn !== wanted && !(relation === 'malformed' && statusCode === 400))) {
        surprises.push(`${asker} · ${relation}: ${statusCode}, wanted ${wanted ? 'in' : 'out'}`);
      }
      if (statusCode >= 500 && !isHeld) surprises.push(`${asker} · ${relation}: ${statusCode}`);
    }
  }
  return surprises;
}

/** Row-level security that has kept a row from being written says so as a fault, whose code is this. */
function isHeldByRows(fault: unknown): boolean {
  return typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === '42501';
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../platform/db';
import type { RouteFacts } from '../platform/http';
import { expected } from './testing/matrix/expected';
import { type Asker, askers, type Expected, type Relation, relations } from './testing/matrix/types';
import { openWorld, type World } from './testing/matrix/world';
import { routesFor } from './wiring';

/**
 * SEC-10: every route × everybody × every relation, against a table written apart from the code. It grows by itself: a route
 * without a line in the table is a failure, and so is a line without a route (SEC-31).
 */
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const routes = routesFor({ countyId: '211324', name: '测试县', demo: true, clockShiftMs: 0 });
const nameOf = (route: Pick<RouteFacts<never>, 'method' | 'url'>) => `${route.method} ${route.url}`;

/** Routes are asked in an order in which what they change does not stand in the way of the next. */
const ordered = [...routes].sort((one, other) => Number(one.method !== 'GET') - Number(other.method !== 'GET'));

const denied = [401, 403, 404];

async function ask(name: string, line: Expected, asker: Asker, relation: Relation) {
  const [method, url = ''] = name.split(' ');
  const id = line.about === 'nothing' ? '' : world.objects[line.about][relation];
  const body = line.body && JSON.parse(JSON.stringify(line.body).replaceAll('"{id}"', JSON.stringify(id)));
  const address = url
    .replace(/:schoolYear/, '2024-2025')
    .replace(/:number/, '2')
    .replace(/:year/, '2025')
    .replace(/:kind/, 'attending')
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

function isAllowed({ allowed, absent }: Expected, asker: Asker, relation: Relation): boolean {
  if (absent) return false;
  if (allowed === 'everybody') return true;
  if (allowed === 'signed in') return asker !== 'nobody';
  const where = allowed[asker];
  return where === 'all' || (where?.includes(relation) ?? false);
}

it('has a line in the table for every route, and a route for every line', () => {
  expect(Object.keys(expected).sort()).toEqual(routes.map(nameOf).sort());
});

describe.each(ordered.map((route) => [nameOf(route)] as const))('%s', (name) => {
  it('lets in exactly those whom the table names', async () => {
    const line = expected[name];
    if (line === undefined) throw new Error(`${name} has no line in the table`);
    const surprises: string[] = [];
    for (const asker of line.only ?? askers) {
      for (const relation of line.about === 'nothing' ? (['own'] as const) : relations) {
        const { statusCode } = await ask(name, line, asker, relation);
        const exists = relation !== 'none' && relation !== 'malformed';
        const wanted = exists && isAllowed(line, asker, relation);
        const letIn = !denied.includes(statusCode);
        // Nonsense in an address may also be refused for its shape; a body of the table may not.
        const misshapen = statusCode === 400 && relation !== 'malformed' && !line.wrong;
        if (misshapen || (letIn !== wanted && !(relation === 'malformed' && statusCode === 400))) {
          surprises.push(`${asker} · ${relation}: ${statusCode}, wanted ${wanted ? 'in' : 'out'}`);
        }
        if (statusCode >= 500) surprises.push(`${asker} · ${relation}: ${statusCode}`);
      }
    }
    expect(surprises).toEqual([]);
  });
});

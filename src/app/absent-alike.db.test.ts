import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../platform/db';
import { expected } from './testing/matrix/expected';
import { type Asker, askers, relations } from './testing/matrix/types';
import { openWorld, type World } from './testing/matrix/world';

// SEC-19: what lies outside somebody's places answers to the byte as what does not exist, so nobody learns that it is there.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function answer(asker: Asker, name: string, id: string): Promise<string> {
  const line = expected[name];
  const [method, url = ''] = name.split(' ');
  const body = line?.body && JSON.stringify(line.body).replaceAll('"{id}"', JSON.stringify(id));
  const { statusCode, payload, headers } = await world.app.inject({
    method: method as 'GET',
    url: `${url.replace(':id', id).replace(':field', 'formerName')}${(line?.query ?? '').replace('{id}', encodeURIComponent(id))}`,
    headers: {
      ...world.as(asker),
      ...(method === 'POST' ? { 'idempotency-key': newId() } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { payload: body } : {}),
  });
  const { requestId: _, ...error } = JSON.parse(payload).error ?? {};
  return `${statusCode} ${headers['content-length'] ?? ''} ${JSON.stringify(error)}`;
}

/** Routes about a child that somebody may ask of some children and not of others. */
const routes = Object.keys(expected).filter((name) => {
  const { about, allowed } = expected[name] ?? {};
  return about === 'child' && typeof allowed === 'object' && Object.values(allowed).some((where) => where !== 'all');
});

describe.each(routes)('%s', (name) => {
  it('says the same of a child outside as of none', async () => {
    let compared = 0;
    for (const asker of askers.filter((one) => one !== 'nobody')) {
      const none = await answer(asker, name, world.objects.child.none);
      if (!none.startsWith('404')) continue;
      for (const relation of relations.filter((one) => one !== 'none' && one !== 'malformed')) {
        const said = await answer(asker, name, world.objects.child[relation]);
        if (!said.startsWith('404')) continue;
        expect(said, `${asker} · ${relation}`).toBe(none);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(0);
  });
});

import { Readable } from 'node:stream';
import { may } from '../../../platform/access';
import type { Context } from '../../../platform/db';
import type { House } from '../../../platform/house';
import type { RouteFacts } from '../../../platform/http';
import type { TestHouse } from '../../../platform/testing/house';

/** What is sent with a call; what is not given is empty. */
type Sent = {
  readonly params?: object;
  readonly query?: object;
  readonly body?: object;
  readonly file?: { readonly name: string; readonly bytes: Buffer };
};

/**
 * Calls one route of a module as the server does between the wire and the handler: who may call, shapes in, handler, shape out.
 * Answers with what would be sent; throws the refusal.
 */
export function callerOf({ db, ring, files }: TestHouse, routes: readonly RouteFacts<House>[]) {
  const house: House = { ring, files, wakeJobs: () => undefined };
  return async <Answer>(who: Context, name: string, { params, query, body, file }: Sent = {}): Promise<Answer> => {
    const route = routes.find(({ method, url }) => `${method} ${url}` === name);
    if (route === undefined) throw new Error(`no route ${name}`);
    if (typeof route.who !== 'string' && !(who.actor && may(who.actor, route.who))) throw new Error(`may not call ${name}`);
    const context = route.creates ? { ...who, claim: { key: crypto.randomUUID(), requestHash: name } } : who;
    const given = { params: route.params?.parse(params), query: route.query?.parse(query ?? {}), body: route.body?.parse(body) };
    const upload = file ? async () => ({ name: file.name, stream: Readable.from([file.bytes]) }) : unasked;
    const rest = { session: null, device: '', agent: '', upload, setCookie: unasked };
    const answer = await route.handle({ ...given, ...rest, context, db, house });
    return (route.response === 'file' ? answer : route.response.parse(answer)) as Answer;
  };
}

function unasked(): never {
  throw new Error('this test calls no route that asks for it');
}

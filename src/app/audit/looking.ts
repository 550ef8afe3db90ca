import { Refusal } from '../../kernel/refusal';
import { type After, findLine, type LineFilter, peopleNamed } from '../../platform/access/trail/look-store';
import type { ReadTrx } from '../../platform/db';
import type { LinesQuery } from './audit-contract';
import { placeOfLine } from './line-views';

const DAY_MS = 86_400_000;
/** The county's day begins sixteen hours before the same day of UTC ends. */
const CHINA_MS = 8 * 3_600_000;
/** More people than this are not meant by a part of a name. */
const PEOPLE_AT_MOST = 50;

type Asked = Pick<LinesQuery, 'from' | 'until' | 'person' | 'act' | 'outcome'> & { readonly object?: string };

/** What somebody asked for, in the terms of the trail; a Refusal when a name could mean too many. */
export async function filterOf(trx: ReadTrx, asked: Asked): Promise<LineFilter> {
  const { from, until, person, act, object = '', outcome } = asked;
  return {
    from: from === undefined ? null : new Date(Date.parse(from) - CHINA_MS),
    before: until === undefined ? null : new Date(Date.parse(until) - CHINA_MS + DAY_MS),
    users: person === '' ? null : await usersCalled(trx, person),
    acts: act === undefined ? null : [act],
    object: object === '' ? null : objectMeant(object),
    outcome: outcome ?? null,
  };
}

/** The line a page comes after; one that is not there any more means the first page. */
export async function afterOf(trx: ReadTrx, id: string | undefined): Promise<After | null> {
  const line = id === undefined ? undefined : await findLine(trx, placeOfLine(id));
  return line ?? null;
}

/** The object that was typed: as the trail writes it, or a child by the address of its page or by its id. */
export function objectMeant(typed: string): string {
  const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i.exec(typed)?.[0]?.toLowerCase();
  const isWritten = /^[a-z-]+:\S+$/.test(typed) && !typed.includes('//');
  if (isWritten) return typed;
  return id === undefined ? typed : `child:${id}`;
}

async function usersCalled(trx: ReadTrx, text: string): Promise<readonly string[]> {
  const found = await peopleNamed(trx, text, PEOPLE_AT_MOST + 1);
  if (found.length > PEOPLE_AT_MOST) throw tooManyPeople();
  return found.map(({ userId }) => userId);
}

function tooManyPeople(): Refusal {
  return new Refusal('unprocessable', 'too-many-people', {
    zh: `没有查：叫这个名字的账号超过 ${PEOPLE_AT_MOST} 个。请把姓名写全，或改填登录名。`,
    en: `Not looked up: more than ${PEOPLE_AT_MOST} accounts have this in their names. Write the whole name, or the login.`,
  });
}

import { z } from 'zod';
import { listAccounts } from '../platform/access/people/account-store';
import { addByConsole, disableByConsole, resetByConsole } from '../platform/access/people/console';
import type { MadeInvitation } from '../platform/access/people/invitations';
import { foundingRoles } from '../platform/access/people/setup';
import { dayOf } from '../platform/clock';
import { type Context, newId, readAs } from '../platform/db';
import { AccountDraft } from './accounts/accounts-contract';
import { readArguments, type Typed } from './arguments';
import { readConfig } from './config';
import { logLine } from './log';
import { CommandRefusal } from './refusal';
import { userWords } from './user-words';
import { visitHouse } from './visit-house';
import { say } from './words';

const text = { type: 'string' } as const;
const options = {
  login: text,
  name: text,
  unit: text,
  office: text,
  reason: text,
  'second-factor': { type: 'boolean' },
} as const;

type Where = Parameters<typeof addByConsole>[0];
type Act = (typed: Typed, where: Where) => Promise<readonly string[]>;

const acts: Readonly<Record<string, Act>> = { list, add, disable, reset };

/** A list longer than this is for the pages. */
const mostListed = 1000;
const Reason = z.string().trim().min(1).max(200);

/** `nol user …`: accounts from the server's own console, for when nobody can do it in the pages; every act leaves its line in the trail. */
export async function runUser(args: readonly string[]): Promise<'help' | undefined> {
  const [name = '', ...rest] = args;
  const wanted = Object.hasOwn(acts, name) ? acts[name] : undefined;
  const typed = readArguments('user', wanted ? rest : args.filter((arg) => arg.startsWith('-')), options);
  if (typed.has('help')) return 'help';
  const { lang } = typed;
  if (!wanted) throw new CommandRefusal(lang, userWords.noAct);
  const house = await visitHouse(readConfig(process.env), logLine);
  try {
    if (house.county === undefined) throw new CommandRefusal(lang, 'noCounty');
    const context: Context = { actor: null, requestId: newId(), source: 'command' };
    console.log((await wanted(typed, { db: house.db, context })).join('\n'));
  } finally {
    await house.close();
  }
  return undefined;
}

async function list({ lang }: Typed, { db, context }: Where): Promise<readonly string[]> {
  const filter = { text: '', state: null };
  const { rows, total } = await readAs(db, context, (trx) => listAccounts(trx, filter, { page: 1, size: mostListed }));
  return [
    ...rows.map(({ login, name, unit, state, secondFactor, lastSeenAt }) => {
      const seen = lastSeenAt === null ? say(lang, userWords.never) : dayOf(lastSeenAt);
      const second = say(lang, secondFactor ? userWords.withSecond : userWords.withoutSecond);
      return [login, name, unit, say(lang, userWords[state]), second, seen].join('\t');
    }),
    say(lang, userWords.listed, { shown: rows.length, total }),
  ];
}

async function add(typed: Typed, where: Where): Promise<readonly string[]> {
  const { lang } = typed;
  const read = AccountDraft.safeParse({ login: typed.text('login'), name: typed.text('name'), unit: typed.text('unit') });
  if (!read.success) throw new CommandRefusal(lang, userWords.wrongField, { name: String(read.error.issues[0]?.path[0]) });
  const said = typed.text('office');
  const office = foundingRoles.find((role) => role === said);
  if (said !== undefined && office === undefined)
    throw new CommandRefusal(lang, userWords.noOffice, { offices: foundingRoles.join(' ') });
  return codeLines(typed, read.data.login, await addByConsole(where, read.data, office));
}

async function disable(typed: Typed, where: Where): Promise<readonly string[]> {
  const login = loginOf(typed);
  await disableByConsole(where, login, reasonOf(typed));
  return [say(typed.lang, userWords.disabledNow, { login })];
}

async function reset(typed: Typed, where: Where): Promise<readonly string[]> {
  const login = loginOf(typed);
  const how = { reason: reasonOf(typed), secondFactor: typed.has('second-factor') };
  return codeLines(typed, login, await resetByConsole(where, login, how));
}

/** The code stands here once and nowhere else. */
function codeLines({ lang }: Typed, login: string, { code, expiresAt }: MadeInvitation): readonly string[] {
  return [say(lang, userWords.code, { login, code, until: dayOf(expiresAt) })];
}

function loginOf(typed: Typed): string {
  const login = typed.text('login');
  if (login === undefined) throw new CommandRefusal(typed.lang, userWords.noLogin);
  return login;
}

function reasonOf(typed: Typed): string {
  const read = Reason.safeParse(typed.text('reason'));
  if (!read.success) throw new CommandRefusal(typed.lang, userWords.noReason);
  return read.data;
}

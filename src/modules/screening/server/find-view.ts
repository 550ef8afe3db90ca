import { wholeYears } from '../../../kernel/whole-years';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import type { ReadTrx } from '../../../platform/db';
import { gridNames } from '../../area/server/index';
import { childLine, namedChildren, numberedChildren, userNames } from '../../children/server/index';
import type { FindLine, FindView } from '../find-contract';
import { decideFault } from '../rules/deciding';
import { canBe } from '../rules/finds';
import { officeOf } from '../rules/grids';
import { campaignFor, deciderOf, everywhere } from './asking';
import type { FindBody, StoredFind } from './find-store';

/** So many children that can be the one that was met are shown. */
const mostAlike = 8;

/** Children that were met, in the order given. */
export async function findLines(trx: ReadTrx, finds: readonly StoredFind[]): Promise<readonly FindLine[]> {
  const today = dayOf(trx.now);
  const names = await gridNames(trx, [...new Set(finds.flatMap(({ path }) => [path, officeOf(path)]))], today);
  const people = await userNames(
    trx,
    finds.map((one) => one.found_by),
  );
  return finds.map((find) => ({
    ...{ findId: find.find_id, name: find.name, sex: find.sex, birthDay: find.birth_day, age: wholeYears(find.birth_day, today) },
    place: names.get(find.path)?.says ?? { zh: find.path, en: find.path },
    office: names.get(officeOf(find.path))?.says ?? { zh: '', en: '' },
    ...{ outcome: find.outcome, foundDay: find.found_day, as: find.found_as, state: find.state },
    by: people.get(find.found_by) ?? '—',
  }));
}

/** One of them with what was told, and for whoever decides the children it can be. */
export async function findView(
  trx: ReadTrx,
  ring: KeyRing,
  { find, body }: { readonly find: StoredFind; readonly body: FindBody },
): Promise<FindView> {
  const campaign = await campaignFor(trx, find.campaign_id);
  const [line] = await findLines(trx, [find]);
  if (line === undefined) throw new Error('a find without its line');
  const decider = deciderOf(trx.context, find.found_by);
  const fault = decideFault(find.state === 'open', decider);
  const mayDecide = fault === undefined;
  const people = await userNames(trx, [find.decided_by]);
  return {
    ...line,
    ...{ campaignId: find.campaign_id, campaign: campaign.name },
    ...{ guardian: body.guardian, hasPhone: body.phone !== '', hasNumber: body.idNumber !== '' },
    ...{ school: body.place, note: body.note, reason: find.reason, mayDecide, own: fault === 'own-answer' },
    decidedBy: find.decided_by === null ? null : (people.get(find.decided_by) ?? '—'),
    childId: decider.bureau ? find.child_id : null,
    alike: mayDecide ? await alikeOf(trx, ring, find, body) : [],
  };
}

async function alikeOf(trx: ReadTrx, ring: KeyRing, find: StoredFind, { idNumber }: FindBody): Promise<FindView['alike']> {
  const numbered = idNumber === '' ? [] : (await numberedChildren(trx, ring, everywhere, idNumber)).rows;
  const named = (await namedChildren(trx, everywhere, find.name)).rows.filter((row) => canBe(find.birth_day, row.birth_day));
  const same = new Set(numbered.map((row) => row.child_id));
  const near = named.filter((row) => !same.has(row.child_id));
  const sameDay = (day: string | null) => Number(day !== null && day === find.birth_day);
  const ordered = [...near].sort((a, b) => sameDay(b.birth_day) - sameDay(a.birth_day));
  return [...numbered, ...ordered]
    .slice(0, mostAlike)
    .map((row) => ({ ...childLine(row), birthDay: row.birth_day, sameNumber: same.has(row.child_id) }));
}

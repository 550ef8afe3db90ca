import type { KeyRing } from '../../../platform/crypto';
import type { ReadTrx } from '../../../platform/db';
import { findSchool } from '../../area/server/index';
import type { ChildView, LooksView, SourcesView, TimelineView } from '../contract';
import { permissions } from '../permissions';
import { things } from '../words';
import { allows, everywhere, found, refusal, scopeFor } from './asking';
import { childView, placeOf, sightOf, sourceViews } from './child-view';
import { listCorrections } from './correction-store';
import { factsOfChildren } from './fact-store';
import { mergesOf } from './merge-store';
import type { ChildrenNeeds } from './needs';
import { type ChildRow, familyOf, findChild, userNames } from './read-store';
import { listLooks, openReveals } from './reveal-store';
import { type ChildSourceRow, sourcesOfChildren } from './source-store';
import { timelineOf, usersOf } from './timeline';

/** A child of the asker's places, or the refusal that does not tell "not there" from "not yours". */
export async function childFor(trx: ReadTrx, id: string): Promise<ChildRow> {
  return found(await findChild(trx, scopeFor(trx.context, permissions['child.find']), id), things.child);
}

/** The record of a child for its page, with what may be shown in full in this session at this moment. */
export async function viewChild(trx: ReadTrx, ring: KeyRing, sessionId: string, id: string): Promise<ChildView> {
  const [row, shown] = await Promise.all([childFor(trx, id), openReveals(trx, id, sessionId)]);
  return childView(trx, ring, row, row.child_id === id ? shown : await openReveals(trx, row.child_id, sessionId));
}

/** Every row of every list that is this child, those of today first. */
export async function viewSources(
  trx: ReadTrx,
  ring: KeyRing,
  { evidenceSays }: Pick<ChildrenNeeds, 'evidenceSays'>,
  sessionId: string,
  id: string,
): Promise<SourcesView> {
  const row = await childWithSources(trx, id);
  const sources = (await sourcesOfChildren(trx, ring, [row.child_id])).get(row.child_id) ?? [];
  const shown = await openReveals(trx, row.child_id, sessionId);
  return { rows: sourceViews(trx, row, sources, { unitNames: await unitNames(trx, sources), shown, evidenceSays }) };
}

/** What happened to a child, newest first. */
export async function viewTimeline(trx: ReadTrx, id: string): Promise<TimelineView> {
  const row = await childWithSources(trx, id);
  const family = await familyOf(trx, row.child_id);
  const facts = (await factsOfChildren(trx, [row.child_id])).get(row.child_id) ?? [];
  const sight = sightOf(trx.context, placeOf(row));
  const told = {
    facts: facts.filter(({ kind }) => kind !== 'disability' || sight.list('disability')),
    corrections: await listCorrections(trx, family),
    merges: allows(trx.context, permissions['merge.see'], placeOf(row)) ? await mergesOf(trx, family) : [],
  };
  return timelineOf(told, await userNames(trx, usersOf(told)));
}

/** Who has looked at masked fields of a child, newest first. */
export async function viewLooks(
  trx: ReadTrx,
  id: string,
  page: { readonly page: number; readonly size: number },
): Promise<LooksView> {
  const row = await childWithSources(trx, id);
  const { rows, total } = await listLooks(trx, await familyOf(trx, row.child_id), page);
  const names = await userNames(
    trx,
    rows.map(({ userId }) => userId),
  );
  const looks = rows.map(({ userId, field, reason, at }) => {
    return { who: names.get(userId) ?? '', field, reason, at: at.toISOString() };
  });
  return { rows: looks, total, ...page };
}

/** Whose list rows stand in, by their units: the name of the school, none where it is the county's. */
export async function unitNames(trx: ReadTrx, sources: Iterable<ChildSourceRow>): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const unit of new Set([...sources].map((source) => source.unit))) {
    const school = await findSchool(trx, everywhere, unit.split('/')[1] ?? '');
    if (school) names.set(unit, school.name);
  }
  return names;
}

/** A child behind whose record the asker may look: with two roles one may find it by the one and look by the other. */
async function childWithSources(trx: ReadTrx, id: string): Promise<ChildRow> {
  const row = await childFor(trx, id);
  if (!allows(trx.context, permissions['child.sources'], placeOf(row))) throw notYours();
  return row;
}

function notYours() {
  const zh = '不能查看：您的岗位不能查看这名儿童的名册来源和经过。工作需要时请联系学籍员或县教育局。';
  return refusal(
    'forbidden',
    'sources-not-yours',
    zh,
    'Your role may not look behind this record. Ask the registrar or the bureau.',
  );
}

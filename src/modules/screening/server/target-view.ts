import { absent } from '../../../kernel/refusal';
import { wholeYears } from '../../../kernel/whole-years';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import type { ReadTrx } from '../../../platform/db';
import { gridNames } from '../../area/server/index';
import { type ChildRow, childLine, listChildren, listLines, sealedText, userNames } from '../../children/server/index';
import { outcomesFor } from '../../verification/index';
import type { AnswerView, GridView, TargetLine, TargetView } from '../contract';
import { cutOf } from '../rules/cuts';
import { decideFault } from '../rules/deciding';
import { officeOf } from '../rules/grids';
import { isChangedAfter } from '../rules/signing';
import { templateRules } from '../rules/templates';
import { outcomeGroups } from '../rules/visit';
import { things } from '../words';
import { answersOf, photosOf, type StoredAnswer } from './answer-store';
import { answererOf, campaignFor, deciderOf, everywhere, phaseToday, scopeFor } from './asking';
import type { StoredCampaign } from './campaign-store';
import { findScreeningGrid } from './grid-store';
import { questionsOf } from './question-store';
import { signsOf } from './sample-store';
import { type StoredTarget, targetsOfGrid } from './target-store';

type Line = Pick<
  ChildRow,
  'child_id' | 'name' | 'sex' | 'birth_day' | 'township' | 'village' | 'school_name' | 'class_name' | 'grade'
>;

/** Targets with their children, in the order given; one whose child is not there for the asker is left out. */
export async function targetLines(
  trx: ReadTrx,
  campaign: StoredCampaign,
  targets: readonly StoredTarget[],
): Promise<readonly TargetLine[]> {
  const children = await listLines(
    trx,
    everywhere,
    targets.map(({ child_id: id }) => id),
  );
  const ofId = new Map(children.map((child) => [child.child_id, child]));
  const names = await gridNames(trx, withOffices(targets), dayOf(trx.now));
  const signs = await signsOf(trx, campaign.campaign_id);
  return targets.flatMap((target) => {
    const child = ofId.get(target.child_id);
    return child === undefined ? [] : [lineOf(trx, { campaign, target, child, names, signs })];
  });
}

/** One class or village with all its children, as the asker may answer for it. */
export async function gridView(trx: ReadTrx, campaign: StoredCampaign, path: string): Promise<GridView> {
  const grid = await findScreeningGrid(trx, scopeFor(trx.context), campaign.campaign_id, path);
  if (grid === undefined) throw absent(things.grid);
  const [targets, names, people] = [
    await targetsOfGrid(trx, grid),
    await gridNames(trx, [path], dayOf(trx.now)),
    await userNames(trx, [grid.confirmed_by]),
  ];
  return {
    ...head(trx, campaign),
    ...{ path, says: names.get(path)?.says ?? { zh: path, en: path }, version: grid.version },
    confirmedBy: people.get(grid.confirmed_by ?? '') ?? '',
    confirmedAt: grid.confirmed_at?.toISOString() ?? null,
    as: answererOf(trx.context, grid),
    rows: await targetLines(trx, campaign, targets),
    questions: await questionsOf(trx, campaign.campaign_id),
  };
}

/** One target with everything whoever visits or decides needs; refused as absent when its child is not there for the asker. */
export async function targetView(trx: ReadTrx, ring: KeyRing, target: StoredTarget): Promise<TargetView> {
  const campaign = await campaignFor(trx, target.campaign_id);
  const [child] = await listChildren(trx, everywhere, [target.child_id]);
  if (child === undefined) throw absent(things.target);
  const names = await gridNames(trx, withOffices([target]), dayOf(trx.now));
  const as = answererOf(trx.context, target);
  const photos = await photosOf(trx, target.target_id);
  const { name: title, from: _, ...top } = head(trx, campaign);
  const mine = photos.filter((photo) => photo.answerId === null && photo.addedBy === trx.context.actor?.userId);
  const fault = decideFault(target.decision === 'waiting', deciderOf(trx.context, target.answered_by));
  return {
    ...top,
    ...lineOf(trx, { campaign, target, child, names, signs: await signsOf(trx, campaign.campaign_id) }),
    ...{ campaign: title, path: target.path, as },
    guardian: sealedText(trx, ring, child, 'guardianName'),
    hasPhone: child.guardian_phone !== null,
    ...{ mayDecide: fault === undefined, maySendBack: fault === undefined && campaign.state === 'running' },
    own: fault === 'own-answer',
    groups: as === null ? [] : outcomeGroups.map((group) => ({ group, outcomes: outcomesFor(group, as) })),
    questions: await questionsOf(trx, campaign.campaign_id),
    answers: await answerViews(trx, await answersOf(trx, ring, target.target_id), photos),
    photos: mine.map(({ fileId }) => fileId),
  };
}

function head(trx: ReadTrx, campaign: StoredCampaign) {
  const { campaign_id: campaignId, name, template, method, from_day: from, until_day: until } = campaign;
  return { campaignId, name, template, method, from, until, phase: phaseToday(trx, campaign), today: dayOf(trx.now) };
}

async function answerViews(
  trx: ReadTrx,
  answers: readonly StoredAnswer[],
  photos: Awaited<ReturnType<typeof photosOf>>,
): Promise<readonly AnswerView[]> {
  const people = await userNames(
    trx,
    answers.flatMap((one) => [one.answered_by, one.decided_by]),
  );
  return answers.map((one) => ({
    ...{ answer: one.answer, ...one.body, foundDay: one.found_day, as: one.answered_as },
    ...{ by: people.get(one.answered_by) ?? '—', at: one.answered_at.toISOString() },
    ...{ verdict: one.verdict, reason: one.verdict_reason },
    decidedBy: one.decided_by === null ? null : (people.get(one.decided_by) ?? '—'),
    photos: photos.filter(({ answerId }) => answerId === one.answer_id).map(({ fileId }) => fileId),
  }));
}

/** The classes and villages of some targets, and the schools and townships above them. */
function withOffices(targets: readonly { readonly path: string }[]): readonly string[] {
  return [...new Set(targets.flatMap(({ path }) => [path, officeOf(path)]))];
}

type Names = Awaited<ReturnType<typeof gridNames>>;

type LineParts = {
  readonly campaign: StoredCampaign;
  readonly target: StoredTarget;
  readonly child: Line;
  readonly names: Names;
  readonly signs: Awaited<ReturnType<typeof signsOf>>;
};

function lineOf(trx: ReadTrx, { campaign, target, child, names, signs }: LineParts): TargetLine {
  const today = dayOf(trx.now);
  const { childId, name, sex } = childLine(child);
  const { reports } = templateRules[campaign.template];
  const reported = target.answer === 'there' ? target.found_day : null;
  return {
    ...{ targetId: target.target_id, childId, name, sex, age: wholeYears(child.birth_day, today) },
    place: names.get(target.path)?.says ?? { zh: '', en: '' },
    office: names.get(officeOf(target.path))?.says ?? { zh: '', en: '' },
    ...{ answer: target.answer, foundDay: target.found_day, decision: target.decision, version: target.version },
    cut: reports ? cutOf(campaign.from_day, reported) : null,
    changed: isChangedAfter(signs.get(officeOf(target.path))?.at.getTime(), target.answered_at?.getTime() ?? null),
    late: target.answer === null && today > campaign.until_day,
  };
}

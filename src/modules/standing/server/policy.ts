import { changedMeanwhile, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import { type Context, type Db, type ReadTrx, readAs, transact } from '../../../platform/db';
import { userNames } from '../../children/server/index';
import type { NewPolicyVersion, PolicyNumber, PolicyVersionView, PolicyView } from '../contract';
import { changesOf, newestPolicy, policiesFrom } from '../rules/county-policy';
import { policyOn } from '../rules/policy';
import { daysOfNewVersion, faultsOfVersion } from '../rules/policy-faults';
import { kindOf, type PolicyKey, policyKeys, settingOf } from '../rules/policy-numbers';
import { things } from '../words';
import { addVersion, listVersions, type StoredVersion } from './policy-store';

/** The numbers by which standings are judged today, where each comes from, and how they came to be so. */
export async function readPolicy(db: Db, context: Context): Promise<PolicyView> {
  return readAs(db, context, async (trx) => policyView(trx, await listVersions(trx)));
}

/**
 * Sets or confirms numbers from a day on, as a new version after all others. Nothing is counted here: the roll says by which
 * versions it was counted, and whoever counts next sees that these are others and counts the county again.
 */
export async function setPolicy(db: Db, context: Context, asked: NewPolicyVersion): Promise<PolicyView> {
  return transact(db, context, async (trx) => {
    const versions = await listVersions(trx);
    const { version: known, ...draft } = asked;
    const version = lastOf(versions) + 1;
    if (known + 1 !== version) throw changedMeanwhile(things.policy);
    const policies = policiesFrom(versions);
    refuseFaults(faultsOfVersion(draft, policies, dayOf(trx.now)));
    const added = { ...draft, version, setBy: context.actor?.userId ?? 'system', setAt: trx.now };
    if (!(await addVersion(trx, added))) throw changedMeanwhile(things.policy);
    const before = newestPolicy(policies);
    const numbers = changesOf(draft).map(([key, value]) => [key, { from: settingOf(before, key).value, to: value }]);
    const detail = { from: draft.from, document: draft.document, numbers: Object.fromEntries(numbers) };
    return {
      result: await policyView(trx, [...versions, added]),
      changes: [{ act: 'policy.set', object: `standing-policy:${version}`, reason: draft.reason, detail }],
    };
  });
}

async function policyView(trx: ReadTrx, versions: readonly StoredVersion[]): Promise<PolicyView> {
  const today = dayOf(trx.now);
  const policies = policiesFrom(versions);
  const names = await userNames(
    trx,
    versions.map(({ setBy }) => setBy),
  );
  return {
    ...{ today, version: lastOf(versions), ...daysOfNewVersion(policies, today) },
    numbers: policyKeys.map((key) => numberView(key, versions, names, today)),
    versions: versions.map((each, at) => versionView(each, versions.slice(0, at), names)).toReversed(),
  };
}

function numberView(
  key: PolicyKey,
  versions: readonly StoredVersion[],
  names: ReadonlyMap<string, string>,
  today: string,
): PolicyNumber {
  const policies = policiesFrom(versions);
  const { value, label, confirmed, source } = settingOf(policyOn(policies, today), key);
  const of = versions.filter(({ changes }) => changes[key] !== undefined);
  const set = of.findLast(({ from }) => from <= today);
  const coming = of.findLast(({ from }) => from > today);
  const newest = settingOf(newestPolicy(policies), key);
  return {
    ...{ key, value, label, confirmed, source, kind: kindOf(key) },
    setBy: set ? { from: set.from, name: names.get(set.setBy) ?? null } : null,
    coming: coming ? { from: coming.from, value: newest.value } : null,
    newest: { value: newest.value, confirmed: newest.confirmed },
  };
}

function versionView(
  { version, from, document, reason, setBy, setAt, ...rest }: StoredVersion,
  earlier: readonly StoredVersion[],
  names: ReadonlyMap<string, string>,
): PolicyVersionView {
  const before = newestPolicy(policiesFrom(earlier));
  return {
    ...{ version, from, document, reason, setAt: setAt.toISOString(), setBy: names.get(setBy) ?? null },
    changes: changesOf(rest).map(([key, after]) => ({ key, before: settingOf(before, key).value, after })),
  };
}

function lastOf(versions: readonly StoredVersion[]): number {
  return versions.at(-1)?.version ?? 0;
}

function refuseFaults(faults: ReturnType<typeof faultsOfVersion>): void {
  const [first] = faults;
  if (first === undefined) return;
  throw new Refusal(
    'unprocessable',
    'faults',
    { zh: `没有保存：${first.zh}。`, en: `Not saved: ${first.en}.` },
    { fields: faults },
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useTell } from '../../../ui/desk/tell';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { isRefused } from '../../../ui/shared/refused';
import type { AccountView } from '../contract';
import { freezeAccount, getAccount, getClasses, getItems, getSchools } from './calls';
import { ChangeList } from './change-list';
import { accountPlace, itemsPlace } from './places';
import { SumsLine } from './sums-line';
import { deskWords, freezeReasons } from './words';

/** The account of a school above its classes: what is still in the way, the signature, and what has changed since. */
export function AccountBox({ schoolId, month }: { readonly schoolId: string; readonly month: string }) {
  const d = useWords(deskWords);
  const { data, error, refetch } = useAnswer(getAccount, { params: { id: schoolId }, query: { month } });
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={2} />;
  return (
    <section className="nol-check-account" aria-label={d.account}>
      <Standing view={data} />
      <SumsLine sums={data.sums} />
      {data.changed.length > 0 ? <ChangeList says={d.changed(data.changed.length)} changes={data.changed} /> : null}
      <Missing view={data} />
      <p className="nol-check-doors">
        {data.mayFreeze ? <Freeze view={data} /> : null}
        {data.versions.length > 0 ? <Door href={hrefOf(accountPlace, { id: schoolId }, { month })}>{d.paper}</Door> : null}
        <Door href={hrefOf(itemsPlace, {}, { only: 'all', month, school: schoolId })}>{d.list}</Door>
      </p>
    </section>
  );
}

/** Which version is signed, by whom; or that none is. */
function Standing({ view }: { readonly view: AccountView }) {
  const d = useWords(deskWords);
  const { language } = useLanguage();
  const newest = view.versions[view.versions.length - 1];
  if (view.broken !== null || view.frozen?.sound === false) return <ToneChip tone="alarm">{d.broken}</ToneChip>;
  if (newest === undefined) return null;
  const { number, by, at, version } = newest;
  return (
    <p>
      <ToneChip tone="calm" shape="tick">
        {number}
      </ToneChip>{' '}
      {`${d.version(version)} · ${d.frozenBy(by, momentWords(at, view.today, language))}`}
    </p>
  );
}

/** The classes that stand in the way of the signature. */
function Missing({ view }: { readonly view: AccountView }) {
  const d = useWords(deskWords);
  const say = useSay();
  const why = { unsigned: d.whyUnsigned, returned: d.whyReturned, unchecked: d.whyUnchecked };
  if (view.missing.length === 0) return view.versions.length === 0 && view.month.open ? <p>{d.readyFor}</p> : null;
  const names = view.missing.slice(0, 8).map((one) => `${say(one.name)}（${why[one.why]}）`);
  return (
    <p>
      {d.notReady(view.missing.length)}：{names.join('、')}
      {view.missing.length > 8 ? '…' : ''}
    </p>
  );
}

/** One tap where everything is in order; with the reason where classes are missing, or where it is another version. */
function Freeze({ view }: { readonly view: AccountView }) {
  const d = useWords(deskWords);
  const tell = useTell();
  const [asking, setAsking] = useState(false);
  const { run, busy } = useAction(freezeAccount, { renews: [getAccount, getClasses, getSchools, getItems] });
  const again = view.versions.length > 0;
  if (view.missing.length === view.classes || (again && !isOtherwise(view))) return null;
  const freeze = async (reason: string) => {
    const body = { month: view.month.month, base: view.versions.length, seen: view.seen, reason };
    await run({ params: { id: view.schoolId }, body });
    setAsking(false);
    tell.done(d.frozenDone);
  };
  const atOnce = async () => {
    try {
      await freeze('');
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  const needsReason = again || view.missing.length > 0;
  const says = again ? d.freezeAgain : d.freeze;
  return (
    <>
      <Button type="primary" loading={busy} onClick={() => (needsReason ? setAsking(true) : void atOnce())}>
        {says}
      </Button>
      <ReasonDialog
        open={asking}
        title={says}
        effect={view.missing.length > 0 ? d.freezeEffect(view.missing.length) : d.againEffect}
        reasons={freezeReasons(again)}
        submit={says}
        onSubmit={freeze}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

/** Whether another version would say anything new: what classes have signed, or which of them are missing. */
function isOtherwise({ changed, missing, frozen }: AccountView): boolean {
  return changed.length > 0 || frozen?.content.missing.join() !== missing.map(({ name }) => name.zh).join();
}

import { Button } from 'antd';
import { useState } from 'react';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { Facts } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { Missing } from '../../../ui/desk/missing';
import { hrefOf } from '../../../ui/desk/place';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { SidePanel } from '../../../ui/desk/side-panel';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useTell } from '../../../ui/desk/tell';
import { useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { isRefused } from '../../../ui/shared/refused';
import { childPlace } from '../../children/web/index';
import type { FindDecision, FindView } from '../find-contract';
import { getFinds } from './calls';
import { getCounts, getFind, getProgress, settleFind } from './desk-calls';
import { deskWords } from './desk-words';
import { findStateSays } from './find-words';
import { answerText, screeningWords, whereOf, whoIs } from './words';
import './screening-desk.css';

const reasons = [
  { value: '不是本县的孩子，已转告对方', says: { zh: '不是本县的孩子，已转告对方', en: 'Of another county, which was told' } },
  { value: '不到上学的年纪', says: { zh: '不到上学的年纪', en: 'Too young for school' } },
  { value: '报重了', says: { zh: '报重了', en: 'Told of twice' } },
];

/** One child on no list: what was told, the children of the roll who may be this one, and what the bureau makes of it. */
export function FindPanel({ open, onClose }: { readonly open: string | undefined; readonly onClose: () => void }) {
  const w = useWords(deskWords);
  const s = useWords(screeningWords);
  const { data, error, refetch } = useAnswer(getFind, { params: { id: open ?? '' } }, { when: open !== undefined });
  const find = open === undefined ? undefined : data;
  return (
    <SidePanel
      open={open !== undefined}
      title={find ? `${find.name} ${whoIs(find, s)}` : w.finds}
      onClose={onClose}
      actions={find?.childId ? <Door href={hrefOf(childPlace, { id: find.childId })}>{w.record}</Door> : null}
    >
      {error && !find ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {find ? <Content key={`${find.findId} ${find.state}`} find={find} /> : error ? null : <LoadingState />}
    </SidePanel>
  );
}

function Content({ find }: { readonly find: FindView }) {
  const w = useWords(deskWords);
  const s = useWords(screeningWords);
  const say = useSay();
  const given = [...(find.hasPhone ? [w.phoneGiven] : []), ...(find.hasNumber ? [w.numberGiven] : [])].join('，');
  return (
    <>
      <Facts
        rows={[
          { says: w.findState, value: say(findStateSays[find.state]) },
          ...(find.reason === '' ? [] : [{ says: w.note, value: find.reason }]),
          { says: w.place, value: whereOf(find, say) },
          { says: w.answer, value: answerText(find.outcome, say) },
          ...(find.school === '' ? [] : [{ says: w.school, value: find.school }]),
          { says: w.birthDay, value: find.birthDay ?? <Missing kind="unknown" /> },
          { says: s.guardian, value: find.guardian === '' ? <Missing kind="unknown" /> : find.guardian },
          ...(find.note === '' ? [] : [{ says: w.note, value: find.note }]),
          { says: w.foundBy, value: `${find.by} · ${find.foundDay}` },
          ...(given === '' ? [] : [{ says: w.given, value: given }]),
        ]}
      />
      {find.mayDecide ? <Settle find={find} /> : null}
      {find.own ? <p>{w.ownWord}</p> : null}
    </>
  );
}

function Settle({ find }: { readonly find: FindView }) {
  const w = useWords(deskWords);
  const s = useWords(screeningWords);
  const tell = useTell();
  const [asking, setAsking] = useState(false);
  const { run, busy } = useAction(settleFind, { renews: [getFind, getFinds, getProgress, getCounts] });
  const settle = async (body: FindDecision, says: string) => {
    try {
      await run({ params: { id: find.findId }, body });
      tell.done(says);
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  const isNumbered = find.alike.some(({ sameNumber }) => sameNumber);
  return (
    <>
      <h3 className="nol-screening-heading">{w.alike}</h3>
      {find.alike.length === 0 ? <p>{w.noAlike}</p> : null}
      {isNumbered ? <p>{w.sameNumberWhy}</p> : null}
      {find.alike.map((child) => (
        <section key={child.childId} className="nol-screening-card">
          <h4>
            <Door href={hrefOf(childPlace, { id: child.childId })}>{child.name}</Door>{' '}
            {child.sameNumber ? <ToneChip tone="urgent">{w.sameNumber}</ToneChip> : null}
          </h4>
          <p>{[whoIs({ sex: child.sex, age: null }, s), child.birthDay ?? ''].filter((part) => part !== '').join(' · ')}</p>
          <p className="nol-screening-by">
            {[child.township, child.village, child.school, child.className].filter((part) => part !== '').join(' ')}
          </p>
          <Button
            size="small"
            type={child.sameNumber ? 'primary' : 'default'}
            loading={busy}
            onClick={() => void settle({ verdict: 'known', childId: child.childId }, w.knownDone(child.name))}
          >
            {w.isKnown}
          </Button>
        </section>
      ))}
      <div className="nol-screening-foot">
        {isNumbered ? null : (
          <Button type="primary" loading={busy} onClick={() => void settle({ verdict: 'entered' }, w.entered(find.name))}>
            {w.enter}
          </Button>
        )}
        <Button onClick={() => setAsking(true)}>{w.dismiss}</Button>
      </div>
      <ReasonDialog
        open={asking}
        title={w.dismissTitle(find.name)}
        reasons={reasons}
        submit={w.dismiss}
        onSubmit={async (reason) => {
          await run({ params: { id: find.findId }, body: { verdict: 'dismissed', reason } });
          setAsking(false);
          tell.done(w.dismissed);
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

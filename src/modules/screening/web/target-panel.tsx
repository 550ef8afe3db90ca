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
import { calendarWords, dueWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { saveFile } from '../../../ui/shared/save-file';
import { useCall, useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { childPlace } from '../../children/web/index';
import type { TargetView } from '../contract';
import { getTarget, openPhoto } from './calls';
import { decideTarget, getCampaigns, getCounts, getProgress, getTargets } from './desk-calls';
import { deskWords } from './desk-words';
import { answerText, repliedLines, screeningWords, whereOf, whoIs } from './words';
import './screening-desk.css';

const reasons = [
  { value: '请补证明材料', says: { zh: '请补证明材料', en: 'A proof is missing' } },
  { value: '请写明学校全名和地点', says: { zh: '请写明学校全名和地点', en: 'Name the school and its place' } },
  { value: '和名册不一致，请再核一次', says: { zh: '和名册不一致，请再核一次', en: 'It contradicts the lists; look once more' } },
];

/** One child of a campaign beside the list: what was said, and the bureau's word on it. */
export function TargetPanel({ open, onClose }: { readonly open: string | undefined; readonly onClose: () => void }) {
  const w = useWords(deskWords);
  const s = useWords(screeningWords);
  const { data, error, refetch } = useAnswer(getTarget, { params: { id: open ?? '' } }, { when: open !== undefined });
  const target = open === undefined ? undefined : data;
  const session = useSignedIn();
  return (
    <SidePanel
      open={open !== undefined}
      title={target ? `${target.name} ${whoIs(target, s)}` : w.targets}
      onClose={onClose}
      actions={
        target && holds(session, ['child.find']) ? (
          <Door href={hrefOf(childPlace, { id: target.childId })}>{w.record}</Door>
        ) : null
      }
      foot={target ? <Foot key={`${target.targetId} ${target.version}`} target={target} /> : null}
    >
      {error && !target ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {target ? <Content target={target} /> : error ? null : <LoadingState />}
    </SidePanel>
  );
}

function Content({ target }: { readonly target: TargetView }) {
  const w = useWords(deskWords);
  const s = useWords(screeningWords);
  const say = useSay();
  const { language } = useLanguage();
  return (
    <>
      <Facts
        rows={[
          { says: w.list, value: target.campaign },
          { says: w.place, value: whereOf(target, say) },
          { says: w.due, value: dueWords(target.until, target.today, language) },
          { says: s.guardian, value: target.guardian === '' ? <Missing kind="unknown" /> : target.guardian },
        ]}
      />
      <h3 className="nol-screening-heading">{s.history}</h3>
      {target.answers.length === 0 ? <p>{target.answer === null ? w.notAnswered : answerText(target.answer, say)}</p> : null}
      {target.answers.map((answer) => (
        <Said key={`${answer.at} ${answer.answer}`} answer={answer} target={target} />
      ))}
    </>
  );
}

function Said({ answer, target }: { readonly answer: TargetView['answers'][number]; readonly target: TargetView }) {
  const s = useWords(screeningWords);
  const say = useSay();
  const { language } = useLanguage();
  const verdict = { accepted: s.accepted, 'sent-back': s.sentBackWhy(answer.reason) };
  const [newest] = target.answers;
  const open = answer === newest && target.decision === 'waiting' ? s.waits : '';
  return (
    <section className="nol-screening-card">
      <h4>{answerText(answer.answer, say)}</h4>
      {answer.place === '' ? null : <p>{answer.place}</p>}
      {answer.note === '' ? null : <p>{answer.note}</p>}
      {repliedLines(target.questions, answer.replies, s).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Photos targetId={target.targetId} photos={answer.photos} />
      <p className="nol-screening-by">
        {answer.by} · {s.foundOn(calendarWords(answer.foundDay, target.today, language))}
      </p>
      <p className="nol-screening-by">
        {answer.verdict === null ? open : [verdict[answer.verdict], answer.decidedBy ?? ''].join(' · ')}
      </p>
    </section>
  );
}

/** The photographs of a visit; whoever opens one leaves a line in the trail. */
function Photos({ targetId, photos }: { readonly targetId: string; readonly photos: readonly string[] }) {
  const w = useWords(deskWords);
  const call = useCall();
  const tell = useTell();
  const open = async (file: string) => {
    try {
      saveFile(await call(openPhoto, { params: { id: targetId, file } }));
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  if (photos.length === 0) return null;
  return (
    <p>
      {photos.map((file, at) => (
        <Button key={file} type="link" size="small" onClick={() => void open(file)}>
          {w.photo(at + 1)}
        </Button>
      ))}
    </p>
  );
}

function Foot({ target }: { readonly target: TargetView }) {
  const w = useWords(deskWords);
  const runs = target.phase === 'running' || target.phase === 'late';
  const form = `/m/screening/${target.campaignId}/visit/${target.targetId}?grid=${encodeURIComponent(target.path)}`;
  const fills = target.as !== null && runs && target.answer === null;
  if (target.own) return <p>{w.ownWord}</p>;
  if (!target.mayDecide && !fills) return null;
  return (
    <div className="nol-screening-foot">
      {target.mayDecide ? <Decide target={target} /> : null}
      {fills ? (
        // One form for everybody: it is the phone's, and fits a desktop's screen as well.
        <Button href={form} target="_blank">
          {w.fill}
        </Button>
      ) : null}
    </div>
  );
}

function Decide({ target }: { readonly target: TargetView }) {
  const w = useWords(deskWords);
  const tell = useTell();
  const [asking, setAsking] = useState(false);
  const { run, busy } = useAction(decideTarget, { renews: [getTarget, getTargets, getProgress, getCampaigns, getCounts] });
  const decide = (verdict: 'accepted' | 'sent-back', reason: string) =>
    run({ params: { id: target.targetId }, body: { verdict, reason, version: target.version } });
  const accept = async () => {
    try {
      await decide('accepted', '');
      tell.done(w.acceptedOne(target.name));
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return (
    <>
      <Button type="primary" loading={busy} onClick={() => void accept()}>
        {w.accept}
      </Button>
      {target.maySendBack ? <Button onClick={() => setAsking(true)}>{w.sendBack}</Button> : null}
      <ReasonDialog
        open={asking}
        title={w.sendBackTitle(target.name)}
        reasons={reasons}
        submit={w.sendBack}
        onSubmit={async (reason) => {
          await decide('sent-back', reason);
          setAsking(false);
          tell.done(w.sentBackOne(target.name));
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

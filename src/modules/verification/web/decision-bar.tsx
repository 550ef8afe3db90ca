import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useAction } from '../../../ui/desk/answers';
import { useKey } from '../../../ui/desk/keys';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { useTell } from '../../../ui/desk/tell';
import { useSay, useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { missingWords, outcomeRule, outcomes } from '../../standing/web/phone/index';
import type { TaskView } from '../contract';
import { decideTask, getCounts, getTask, getTasks, getUnits } from './calls';
import { deskWords } from './words';

const reasons = [
  { value: '请补证明材料', says: { zh: '请补证明材料', en: 'A proof is missing' } },
  { value: '请写明学校全名和地点', says: { zh: '请写明学校全名和地点', en: 'Name the school and its place' } },
  {
    value: '和名册不一致，请再核一次',
    says: { zh: '和名册不一致，请再核一次', en: 'It contradicts the registers; look once more' },
  },
];

/** Accept or send back, by the buttons or with A and R; absent where it is not the asker's to decide. */
export function DecisionBar({ task }: { readonly task: TaskView }) {
  const w = useWords(deskWords);
  const say = useSay();
  const tell = useTell();
  const id = useId();
  const [until, setUntil] = useState<string>();
  const [asking, setAsking] = useState(false);
  const { run, busy } = useAction(decideTask, { renews: [getTask, getTasks, getCounts, getUnits] });
  const decide = (verdict: 'accepted' | 'sent-back', reason: string) =>
    run({ params: { id: task.taskId }, body: { verdict, reason, validUntil: until ?? null, version: task.version } });
  const accept = async () => {
    try {
      await decide('accepted', '');
      tell.done(w.acceptedOne(task.name));
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  const [mayAccept, mayReturn] = [task.steps.includes('accept'), task.steps.includes('send-back')];
  useKey('a', { zh: '核准这一条', en: 'Accept this answer' }, () => void accept(), mayAccept && !busy);
  useKey('r', { zh: '退回这一条', en: 'Send this answer back' }, () => setAsking(true), mayReturn);
  const missing = lacking(task, say);
  if (!mayAccept && !mayReturn) return null;
  return (
    <>
      {mayAccept && missing !== '' ? <p className="nol-verification-warning">{w.acceptNote(missing)}</p> : null}
      {mayAccept ? (
        <>
          <label className="nol-verification-until" htmlFor={id}>
            {w.acceptUntil}
            <Input id={id} type="date" onChange={({ target }) => setUntil(target.value === '' ? undefined : target.value)} />
          </label>
          <Button type="primary" loading={busy} onClick={() => void accept()}>
            {w.accept} (A)
          </Button>
        </>
      ) : null}
      {mayReturn ? <Button onClick={() => setAsking(true)}>{w.sendBack} (R)</Button> : null}
      <ReasonDialog
        open={asking}
        title={w.sendBackTitle(task.name)}
        reasons={reasons}
        submit={w.sendBack}
        onSubmit={async (reason) => {
          await decide('sent-back', reason);
          setAsking(false);
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

/** The proofs that the newest answer lacks, in words; '' when it is proven. */
function lacking(task: TaskView, say: (says: { readonly zh: string; readonly en: string }) => string): string {
  const [newest] = task.answers;
  if (!newest || !(newest.outcome in outcomes)) return '';
  const { needs } = outcomeRule(newest.outcome as keyof typeof outcomes);
  const open = needs.filter((group) => !group.some((proof) => newest.proofs.includes(proof)));
  return open.map((group) => group.map((proof) => say(missingWords[proof])).join(say({ zh: '或', en: ' or ' }))).join('；');
}

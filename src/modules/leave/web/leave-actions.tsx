import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useAction } from '../../../ui/desk/answers';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { useTell } from '../../../ui/desk/tell';
import { useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import type { LeaveView } from '../contract';
import { decideLeave, endLeave, getChildLeaves, getLeave, getLeaves, withdrawLeave } from './calls';
import { leaveWords } from './leave-words';
import { deskWords } from './words';
import './leave.css';

const renews = [getLeaves, getLeave, getChildLeaves];
const usualReasons = [{ value: '没有和家长核实', says: deskWords.reasons }];

/** Grant or refuse, end or withdraw: what the asker can do about a leave now. */
export function LeaveActions({ leave }: { readonly leave: LeaveView }) {
  const w = useWords(deskWords);
  const l = useWords(leaveWords);
  const tell = useTell();
  const [refusing, setRefusing] = useState(false);
  const decide = useAction(decideLeave, { renews });
  const withdraw = useAction(withdrawLeave, { renews });
  const { version, name } = leave;
  const params = { id: leave.leaveId };
  const can = (act: LeaveView['can'][number]) => leave.can.includes(act);
  const told = async (work: Promise<unknown>, says: string) => {
    try {
      await work;
      tell.done(says);
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return (
    <div className="nol-leave-actions">
      {can('approve') ? (
        <Button
          type="primary"
          loading={decide.busy}
          onClick={() => void told(decide.run({ params, body: { verdict: 'approve', note: '', version } }), w.approved(name))}
        >
          {l.approveOne(leave.days)}
        </Button>
      ) : null}
      {can('refuse') ? <Button onClick={() => setRefusing(true)}>{l.refuse}</Button> : null}
      {can('end') ? <EndForm leave={leave} told={told} /> : null}
      {can('withdraw') ? (
        <Button
          loading={withdraw.busy}
          onClick={() => void told(withdraw.run({ params, body: { note: '', version } }), w.withdrawn(name))}
        >
          {l.withdraw}
        </Button>
      ) : null}
      <ReasonDialog
        open={refusing}
        title={l.refuseTitle(name)}
        reasons={usualReasons}
        submit={l.refuse}
        onSubmit={async (note) => {
          await decide.run({ params, body: { verdict: 'refuse', note, version } });
          setRefusing(false);
        }}
        onClose={() => setRefusing(false)}
      />
    </div>
  );
}

type EndFormProps = { readonly leave: LeaveView; readonly told: (work: Promise<unknown>, says: string) => Promise<void> };

function EndForm({ leave, told }: EndFormProps) {
  const w = useWords(deskWords);
  const l = useWords(leaveWords);
  const id = useId();
  const { run, busy } = useAction(endLeave, { renews });
  const [backDay, setBackDay] = useState(leave.today);
  const body = { backDay, backHalf: 'am' as const, version: leave.version };
  return (
    <>
      <label htmlFor={id}>
        {w.endDay}{' '}
        <Input
          id={id}
          type="date"
          value={backDay}
          min={leave.fromDay}
          max={leave.today}
          onChange={({ target }) => setBackDay(target.value)}
        />
      </label>
      <Button
        type="primary"
        loading={busy}
        disabled={backDay === ''}
        onClick={() => void told(run({ params: { id: leave.leaveId }, body }), w.endTitle(leave.name))}
      >
        {l.end}
      </Button>
    </>
  );
}

import { useState } from 'react';
import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Button } from '../../../../ui/phone/button';
import { ChoiceChips } from '../../../../ui/phone/chip';
import { Field } from '../../../../ui/phone/field';
import type { PhonePageProps } from '../../../../ui/phone/page';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Sheet } from '../../../../ui/phone/sheet';
import { Fault, Loading } from '../../../../ui/phone/states';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import { useCall } from '../../../../ui/shared/server-context';
import { useSending } from '../../../../ui/shared/use-sending';
import type { LeaveView } from '../../contract';
import { dayAfter } from '../../rules/span';
import { kindSays } from '../../said';
import { decideLeave, endLeave, getLeave, withdrawLeave } from '../calls';
import { leaveWords, spanWords, watchWords } from '../leave-words';
import { PhaseChip } from '../phase-chip';
import { StepList } from '../step-list';
import { phoneWords } from './words';

/** One leave: what was asked, what was done, and what can be done now. */
export function OneScreen({ params }: PhonePageProps) {
  const w = useWords(leaveWords);
  const { data, refused, again } = usePhoneAnswer(getLeave, { params: { id: params.id ?? '' } });
  const [changed, setChanged] = useState<LeaveView>();
  const leave = changed ?? data;
  if (leave) return <OneLeave key={leave.version} leave={leave} isChanged={changed !== undefined} onChanged={setChanged} />;
  return (
    <Screen title={w.title} above="/m/leave">
      {refused ? <Fault refused={refused} onRetry={again} /> : <Loading />}
    </Screen>
  );
}

type OneProps = { readonly leave: LeaveView; readonly isChanged: boolean; readonly onChanged: (leave: LeaveView) => void };

function OneLeave({ leave, isChanged, onChanged }: OneProps) {
  const w = useWords(leaveWords);
  const p = useWords(phoneWords);
  const say = useSay();
  const { language } = useLanguage();
  const note = `${say(kindSays[leave.kind])} · ${spanWords(leave, language)} · ${w.days(leave.days)}`;
  return (
    <Screen
      title={leave.name}
      kind={w.title}
      note={note}
      above="/m/leave"
      action={<Actions leave={leave} onChanged={onChanged} />}
    >
      {isChanged ? <p role="status">{w.done}</p> : null}
      <PhaseChip leave={leave} />
      {leave.can.includes('approve') && leave.source === 'guardian' ? <p>{w.checkFirst}</p> : null}
      <RowList>
        <Row title={leave.reason === null ? w.hidden : leave.reason === '' ? w.noReason : leave.reason} note={w.reason} />
        {leave.guardian ? <Row title={leave.guardian} note={w.byGuardian} /> : null}
        {leave.watch.length > 0 ? <Row title={watchWords(leave.watch, language)} note={w.watch} /> : null}
        <Row title={p.record} href={`/m/children/${leave.childId}`} />
      </RowList>
      <StepList leave={leave} />
    </Screen>
  );
}

type ActionsProps = { readonly leave: LeaveView; readonly onChanged: (leave: LeaveView) => void };

function Actions({ leave, onChanged }: ActionsProps) {
  const w = useWords(leaveWords);
  const call = useCall();
  const [sheet, setSheet] = useState<'refuse' | 'end'>();
  const { version } = leave;
  const params = { id: leave.leaveId };
  const { send, busy, refused } = useSending(async (work: () => Promise<LeaveView>) => onChanged(await work()));
  const can = (act: LeaveView['can'][number]) => leave.can.includes(act);
  if (leave.can.length === 0) return null;
  return (
    <>
      {refused ? <Fault refused={refused} /> : null}
      {can('approve') ? (
        <Button
          kind="main"
          busy={busy}
          onClick={() => void send(() => call(decideLeave, { params, body: { verdict: 'approve', note: '', version } }))}
        >
          {w.approveOne(leave.days)}
        </Button>
      ) : null}
      {can('refuse') ? <Button onClick={() => setSheet('refuse')}>{w.refuse}</Button> : null}
      {can('end') ? (
        <Button kind="main" onClick={() => setSheet('end')}>
          {w.end}
        </Button>
      ) : null}
      {can('withdraw') ? (
        <Button
          kind="quiet"
          busy={busy}
          onClick={() => void send(() => call(withdrawLeave, { params, body: { note: '', version } }))}
        >
          {w.withdraw}
        </Button>
      ) : null}
      <RefuseSheet open={sheet === 'refuse'} leave={leave} onClose={() => setSheet(undefined)} onChanged={onChanged} />
      <EndSheet open={sheet === 'end'} leave={leave} onClose={() => setSheet(undefined)} onChanged={onChanged} />
    </>
  );
}

type SheetProps = ActionsProps & { readonly open: boolean; readonly onClose: () => void };

function RefuseSheet({ open, leave, onClose, onChanged }: SheetProps) {
  const w = useWords(leaveWords);
  const call = useCall();
  const [note, setNote] = useState('');
  const body = { verdict: 'refuse' as const, note, version: leave.version };
  const { send, busy, refused } = useSending(async () =>
    onChanged(await call(decideLeave, { params: { id: leave.leaveId }, body })),
  );
  return (
    <Sheet open={open} title={w.refuseTitle(leave.name)} onClose={onClose}>
      {refused ? <Fault refused={refused} /> : null}
      <Field label={w.why} value={note} maxLength={300} onChange={setNote} />
      <Button kind="main" busy={busy} disabled={note.trim().length < 2} onClick={() => void send(undefined)}>
        {w.refuse}
      </Button>
    </Sheet>
  );
}

function EndSheet({ open, leave, onClose, onChanged }: SheetProps) {
  const w = useWords(leaveWords);
  const p = useWords(phoneWords);
  const call = useCall();
  const { today } = leave;
  const [backDay, setBackDay] = useState(today);
  const [other, setOther] = useState(false);
  const body = { backDay, backHalf: 'am' as const, version: leave.version };
  const { send, busy, refused } = useSending(async () =>
    onChanged(await call(endLeave, { params: { id: leave.leaveId }, body })),
  );
  const days = [
    { value: today, says: p.today },
    { value: dayAfter(today, -1), says: p.yesterday },
    { value: 'other', says: p.otherDay },
  ];
  return (
    <Sheet open={open} title={w.backDay} onClose={onClose}>
      {refused ? <Fault refused={refused} /> : null}
      <ChoiceChips
        label={w.backDay}
        options={days}
        value={other ? 'other' : backDay}
        onChange={(day) => {
          setOther(day === 'other');
          if (day !== 'other') setBackDay(day);
        }}
      />
      {other ? <Field label={w.backDay} type="date" value={backDay} onChange={setBackDay} /> : null}
      <Button kind="main" busy={busy} disabled={backDay === ''} onClick={() => void send(undefined)}>
        {w.end}
      </Button>
    </Sheet>
  );
}

import { useAnswer } from '../../../ui/desk/answers';
import { Facts } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { SidePanel } from '../../../ui/desk/side-panel';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { childPlace } from '../../children/web/index';
import type { LeaveView } from '../contract';
import { kindSays } from '../said';
import { getLeave } from './calls';
import { LeaveActions } from './leave-actions';
import { leaveWords, spanWords, watchWords } from './leave-words';
import { PhaseChip } from './phase-chip';
import { StepList } from './step-list';
import { deskWords } from './words';

/** One leave beside the list: what was asked, its steps, and what can be done now. */
export function LeavePanel({ open, onClose }: { readonly open: string | undefined; readonly onClose: () => void }) {
  const w = useWords(deskWords);
  const l = useWords(leaveWords);
  const { data, error, refetch } = useAnswer(getLeave, { params: { id: open ?? '' } }, { when: open !== undefined });
  const leave = open === undefined ? undefined : data;
  const session = useSignedIn();
  return (
    <SidePanel
      open={open !== undefined}
      title={leave ? leave.name : l.title}
      onClose={onClose}
      actions={
        leave && holds(session, ['child.find']) ? (
          <Door href={hrefOf(childPlace, { id: leave.childId })}>{w.openChild}</Door>
        ) : null
      }
      foot={leave && leave.can.length > 0 ? <LeaveActions key={`${leave.leaveId} ${leave.version}`} leave={leave} /> : null}
    >
      {error && !leave ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {leave ? <Content leave={leave} /> : error ? null : <LoadingState />}
    </SidePanel>
  );
}

function Content({ leave }: { readonly leave: LeaveView }) {
  const w = useWords(deskWords);
  const l = useWords(leaveWords);
  const say = useSay();
  const { language } = useLanguage();
  const { reason, guardian } = leave;
  return (
    <>
      <Facts
        rows={[
          { says: w.phase, value: <PhaseChip leave={leave} /> },
          { says: w.school, value: `${leave.school} ${leave.className}`.trim() },
          { says: w.kind, value: say(kindSays[leave.kind]) },
          { says: w.when, value: `${spanWords(leave, language)} · ${l.days(leave.days)}` },
          { says: w.level, value: leave.level === 'school' ? l.school : l.teacher },
          { says: l.reason, value: reason === null ? l.hidden : reason === '' ? l.noReason : reason },
          ...(guardian ? [{ says: l.byGuardian, value: guardian }] : []),
          ...(leave.watch.length > 0 ? [{ says: w.watch, value: watchWords(leave.watch, language) }] : []),
        ]}
      />
      {leave.source === 'guardian' && leave.can.includes('approve') ? <p>{l.checkFirst}</p> : null}
      <StepList leave={leave} />
    </>
  );
}

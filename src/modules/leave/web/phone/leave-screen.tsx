import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Button } from '../../../../ui/phone/button';
import { RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../../../ui/phone/states';
import { useWay } from '../../../../ui/phone/way';
import { useWords } from '../../../../ui/shared/language';
import { useSignedIn } from '../../../../ui/shared/server-context';
import { holds } from '../../../../ui/shared/session';
import type { LeaveLine } from '../../contract';
import { getLeaves } from '../calls';
import { leaveWords } from '../leave-words';
import { LeaveRow } from './leave-row';
import { phoneWords } from './words';

/** 请假 on the phone: what waits for me, who is due back, who is on leave. */
export function LeaveScreen() {
  const w = useWords(leaveWords);
  const p = useWords(phoneWords);
  const { go } = useWay();
  const asks = holds(useSignedIn(), ['leave.ask']);
  const { data, refused, again } = usePhoneAnswer(getLeaves, { query: { phase: 'open', size: 200 } });
  const mine = (leave: LeaveLine) => leave.can.includes('approve');
  const of = (fits: (leave: LeaveLine) => boolean) => data?.rows.filter(fits) ?? [];
  const groups = [
    { says: p.mine, rows: of(mine) },
    { says: p.overdue, rows: of(({ phase }) => phase === 'overdue') },
    { says: p.asked, rows: of((leave) => leave.phase === 'asked' && !mine(leave)) },
    { says: p.running, rows: of(({ phase }) => phase === 'running' || phase === 'coming') },
  ];
  return (
    <Screen
      title={w.title}
      {...(asks ? { above: '/m/classes' } : {})}
      action={
        asks ? (
          <Button kind="main" onClick={() => go('/m/leave/new')}>
            {p.ask}
          </Button>
        ) : undefined
      }
    >
      {refused ? <Fault refused={refused} onRetry={again} /> : null}
      {!data && !refused ? <Loading /> : null}
      {data?.rows.length === 0 ? <Empty says={p.none} /> : null}
      {groups.map(({ says, rows }) =>
        rows.length === 0 ? null : (
          <RowList key={says} title={`${says}（${rows.length}）`}>
            {rows.map((leave) => (
              <LeaveRow key={leave.leaveId} leave={leave} />
            ))}
          </RowList>
        ),
      )}
      {data ? <p className="ph-hint">{w.levels(data.numbers.teacherDays, data.numbers.months)}</p> : null}
    </Screen>
  );
}

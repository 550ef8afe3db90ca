import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../../../ui/phone/states';
import { useSaid } from '../../../../ui/phone/way';
import { useSay, useWords } from '../../../../ui/shared/language';
import { getClassLeave, getLeaveClasses } from '../calls';
import { PhaseChip } from '../phase-chip';
import { phoneWords } from './words';

/** For whom: the children of the one class, or first the classes of whoever has several. */
export function ChooseScreen() {
  const p = useWords(phoneWords);
  const say = useSay();
  const chosen = useSaid().get('class');
  const { data, refused, again } = usePhoneAnswer(getLeaveClasses, {});
  const [only, second] = data?.rows ?? [];
  const classId = chosen ?? (only && !second ? only.classId : undefined);
  if (classId) return <ClassOf id={classId} above={chosen ? '/m/leave/new' : '/m/leave'} />;
  return (
    <Screen title={p.whose} above="/m/leave">
      {refused ? <Fault refused={refused} onRetry={again} /> : null}
      {!data && !refused ? <Loading /> : null}
      {data?.rows.length === 0 ? <Empty says={p.noClass} /> : null}
      {data && data.rows.length > 0 ? (
        <RowList>
          {data.rows.map((one) => (
            <Row key={one.classId} title={say(one.name)} note={one.school} href={`/m/leave/new?class=${one.classId}`} />
          ))}
        </RowList>
      ) : null}
    </Screen>
  );
}

function ClassOf({ id, above }: { readonly id: string; readonly above: string }) {
  const p = useWords(phoneWords);
  const say = useSay();
  const { data, refused, again } = usePhoneAnswer(getClassLeave, { params: { id } });
  return (
    <Screen title={p.whose} above={above} note={data ? say(data.name) : undefined}>
      {refused ? <Fault refused={refused} onRetry={again} /> : null}
      {!data && !refused ? <Loading /> : null}
      {data?.pupils.length === 0 ? <Empty says={p.noPupils} /> : null}
      {data && data.pupils.length > 0 ? (
        <RowList>
          {data.pupils.map(({ childId, name, leave }) => (
            <Row
              key={childId}
              title={name}
              beside={leave ? <PhaseChip leave={leave} /> : undefined}
              href={`/m/leave/ask/${childId}`}
            />
          ))}
        </RowList>
      ) : null}
    </Screen>
  );
}

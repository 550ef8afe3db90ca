import { usePhoneAnswer } from '../../../../ui/phone/answers';
import type { PhonePageProps } from '../../../../ui/phone/page';
import { Screen } from '../../../../ui/phone/screen';
import { Fault, Loading } from '../../../../ui/phone/states';
import { useSaid } from '../../../../ui/phone/way';
import { useWords } from '../../../../ui/shared/language';
import { getRoll } from '../calls';
import { attendanceWords } from '../words';
import { RollForm } from './roll-form';

/** One class to be called. */
export function RollScreen({ params }: PhonePageProps) {
  return <CalledClass id={params.id ?? ''} above="/m/classes" />;
}

/** The same, where it is not told by the address. */
export function CalledClass({ id, above }: { readonly id: string; readonly above?: string }) {
  const w = useWords(attendanceWords);
  const day = useSaid().get('day') ?? undefined;
  const { data: view, refused, again } = usePhoneAnswer(getRoll, { params: { id }, query: { day } });
  if (view) return <RollForm key={`${view.classId} ${view.day}`} view={view} above={above} onAgain={again} />;
  return (
    <Screen title={w.title} {...(above === undefined ? {} : { above })}>
      {refused ? <Fault refused={refused} onRetry={again} /> : <Loading />}
    </Screen>
  );
}

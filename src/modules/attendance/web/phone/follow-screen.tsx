import { useState } from 'react';
import { usePhoneAnswer } from '../../../../ui/phone/answers';
import type { PhonePageProps } from '../../../../ui/phone/page';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../../../ui/phone/states';
import { calendarWords } from '../../../../ui/shared/dates';
import { useLanguage, useWords } from '../../../../ui/shared/language';
import type { FollowUpView } from '../../contract';
import { getFollowUp } from '../calls';
import { ContactList } from '../contact-list';
import { DutyList } from '../duty-list';
import { followWords } from '../follow-words';
import { LadderList } from '../ladder-list';
import { ContactForm } from './contact-form';

/** One child that is away: where it stands, a contact to be noted, and those before. */
export function FollowScreen({ params }: PhonePageProps) {
  const w = useWords(followWords);
  const { data, refused, again } = usePhoneAnswer(getFollowUp, { params: { id: params.id ?? '' } });
  const [saved, setSaved] = useState<FollowUpView>();
  const view = saved ?? data;
  if (view) return <Followed view={view} isSaved={saved !== undefined} onSaved={setSaved} />;
  return (
    <Screen title={w.title} above="/m/absences">
      {refused ? <Fault refused={refused} onRetry={again} /> : <Loading />}
    </Screen>
  );
}

type FollowedProps = { readonly view: FollowUpView; readonly isSaved: boolean; readonly onSaved: (view: FollowUpView) => void };

function Followed({ view, isSaved, onSaved }: FollowedProps) {
  const w = useWords(followWords);
  const { language } = useLanguage();
  const { absence } = view;
  const note = absence ? w.since(calendarWords(absence.since, view.today, language), absence.days) : w.notAway;
  const rest = (
    <>
      {isSaved ? <p role="status">{w.saved}</p> : null}
      <DutyList obligations={view.obligations} today={view.today} />
      {absence ? <LadderList ladder={view.ladder} days={absence.days} closer={absence.closer} /> : <Empty says={w.notAway} />}
      <RowList>
        <Row title={w.record} href={`/m/children/${view.childId}`} />
      </RowList>
      <ContactList contacts={view.contacts} today={view.today} />
    </>
  );
  if (absence === null || !view.mayNote || isSaved) {
    return (
      <Screen title={view.name} kind={w.title} note={note} above="/m/absences">
        {rest}
      </Screen>
    );
  }
  return (
    <ContactForm view={view} note={note} onSaved={onSaved}>
      {rest}
    </ContactForm>
  );
}

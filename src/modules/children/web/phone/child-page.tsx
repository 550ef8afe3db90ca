import { usePhoneAnswer } from '../../../../ui/phone/answers';
import type { PhonePageProps } from '../../../../ui/phone/page';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Fault, Loading } from '../../../../ui/phone/states';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import type { ChildView } from '../../contract';
import { maskedFields } from '../../rules/masked-fields';
import { fieldWords, listWords, placeWords, schoolingWords } from '../../words';
import { getChild } from '../calls';
import { useLineParts, useNameOf } from '../line';
import { childWords } from '../words';
import { MaskedRow } from './masked-row';

/** A shortened page of one child: who it is, and whom to call, for a reason. */
export function ChildPage({ params }: PhonePageProps) {
  const w = useWords(childWords);
  const id = params.id ?? '';
  const { data, refused, again } = usePhoneAnswer(getChild, { params: { id } });
  if (data) return <OneChild child={data} onRenew={again} />;
  return (
    <Screen title={w.title} above="/m/children">
      {refused ? <Fault refused={refused} onRetry={again} /> : <Loading />}
    </Screen>
  );
}

function OneChild({ child, onRenew }: { readonly child: ChildView; readonly onRenew: () => void }) {
  const w = useWords(childWords);
  const say = useSay();
  const { language } = useLanguage();
  const name = useNameOf()(child);
  const parts = useLineParts()(child).filter(({ key, says }) => says !== '' && (key === 'sex' || key === 'born'));
  const lists = child.lists.map((kind) => say(listWords[kind])).join('、') || w.noList;
  return (
    <Screen title={name} kind={w.title} note={parts.map(({ says }) => says).join(' · ')} above="/m/children">
      <RowList>
        <Row title={schoolingWords(child, language) || '—'} note={w.school} />
        <Row title={placeWords(child) || '—'} note={w.home} />
        <Row title={child.birthDay ?? '—'} note={w.birthDay} />
        {child.formerName ? <Row title={child.formerName} note={say(fieldWords.formerName)} /> : null}
        <Row title={lists} note={w.lists} />
        {maskedFields.map((field) => {
          const value = child.fields[field];
          if (value === undefined) return null;
          return <MaskedRow key={field} childId={child.childId} name={name} field={field} value={value} onRenew={onRenew} />;
        })}
      </RowList>
    </Screen>
  );
}

import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Address } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { Door } from '../../../ui/desk/door';
import { Loaded } from '../../../ui/desk/loaded';
import { Missing } from '../../../ui/desk/missing';
import { hrefOf } from '../../../ui/desk/place';
import { SidePanel } from '../../../ui/desk/side-panel';
import { useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { SchoolView } from '../contract';
import { schoolKinds } from '../rules/school';
import { getSchool } from './calls';
import { ClassTask } from './class-task';
import { Facts } from './facts';
import { OpenState } from './open-state';
import { ownersPlace, schoolsPlace } from './places';
import { SchoolClasses } from './school-classes';
import { SchoolClosing } from './school-closing';
import { NewSchoolForm, SchoolChangeForm } from './school-form';
import type { Areas } from './use-areas';
import { schoolWords } from './words';

/** What the panel reads from the address and changes there. */
export type SchoolsAddress = Address<(typeof schoolsPlace)['search']>;
type PanelProps = { readonly address: SchoolsAddress; readonly areas: Areas };

/** One school beside the list: what is known of it and its classes, or the form that is being filled in. */
export function SchoolPanel({ address, areas }: PanelProps) {
  const w = useWords(schoolWords);
  const { open } = address.search;
  const id = open === 'new' ? undefined : open;
  const answer = useAnswer(getSchool, { params: { id: id ?? '' } }, { when: id !== undefined });
  const close = () => address.change({ open: undefined, task: undefined });
  const school = id === undefined ? undefined : answer.data;
  return (
    <SidePanel
      open={open !== undefined}
      title={open === 'new' ? w.add : school?.name}
      onClose={close}
      actions={school ? <PanelActions school={school} address={address} /> : null}
    >
      <Loaded answers={id === undefined ? [areas.answer] : [areas.answer, answer]}>
        {open === 'new' ? (
          <NewSchoolForm areas={areas} onDone={(added) => address.change({ open: added.id })} onLeave={close} />
        ) : null}
        {school ? <SchoolContent key={school.id} school={school} address={address} areas={areas} /> : null}
      </Loaded>
    </SidePanel>
  );
}

function PanelActions({ school, address }: { readonly school: SchoolView; readonly address: SchoolsAddress }) {
  const w = useWords(schoolWords);
  const session = useSignedIn();
  if (address.search.task !== undefined || school.until !== null || !holds(session, ['school.change'])) return null;
  return (
    <>
      <Button onClick={() => address.change({ task: 'change' })}>{w.change}</Button>{' '}
      <Button onClick={() => address.change({ task: 'close' })}>{w.close}</Button>
    </>
  );
}

function SchoolContent({ school, address, areas }: PanelProps & { readonly school: SchoolView }) {
  const { task } = address.search;
  const leave = () => address.change({ task: undefined });
  if (task === 'change') return <SchoolChangeForm school={school} areas={areas} onDone={leave} onLeave={leave} />;
  if (task === 'close') return <SchoolClosing school={school} areas={areas} onDone={leave} />;
  if (task !== undefined) return <ClassTask task={task} school={school} address={address} areas={areas} onDone={leave} />;
  return (
    <>
      <SchoolFacts school={school} areas={areas} />
      <SchoolClasses school={school} address={address} areas={areas} />
    </>
  );
}

function SchoolFacts({ school, areas }: { readonly school: SchoolView; readonly areas: Areas }) {
  const w = useWords(schoolWords);
  const say = useSay();
  const owners = useSignedIn().permissions.includes('owner.read');
  const facts: { says: string; value: ReactNode }[] = [
    { says: w.kind, value: `${say(schoolKinds[school.kind].says)}，${w.gradesSays(school.firstGrade, school.lastGrade)}` },
    { says: w.place, value: areas.placeOf(school.areaCode) },
    { says: w.code, value: school.officialCode ?? <Missing kind="unknown" /> },
  ];
  if (school.otherNames.length > 0) facts.push({ says: w.otherNames, value: school.otherNames.join('、') });
  if (school.kind === 'teaching-point') facts.push({ says: w.parent, value: <ParentSchool id={school.parentId} /> });
  facts.push({ says: w.opened, value: <Lasting school={school} today={areas.today} /> });
  if (owners) facts.push({ says: w.owner, value: <Door href={hrefOf(ownersPlace, {}, { open: school.path })}>{w.owners}</Door> });
  return <Facts facts={facts} />;
}

function Lasting({ school, today }: { readonly school: SchoolView; readonly today: string }) {
  return (
    <>
      {school.from} <OpenState thing={school} today={today} />
    </>
  );
}

/** The school that a teaching point belongs to, if it may be seen. */
function ParentSchool({ id }: { readonly id: string | null }) {
  const found = useAnswer(getSchool, { params: { id: id ?? '' } }, { when: id !== null }).data;
  if (!found) return <Missing />;
  return <Door href={hrefOf(schoolsPlace, {}, { open: found.id })}>{found.name}</Door>;
}

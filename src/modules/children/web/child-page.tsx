import { Suspense } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { getChild } from './calls';
import { ChildBehind } from './child-behind';
import { ChildFacts } from './child-facts';
import { ChildHead } from './child-head';
import type { ChildPageNeeds } from './panels';
import { childPlace, findPlace } from './places';
import { childWords } from './words';
import './child.css';

/** 一生一档: who a child is, below it what each module knows of it, then what happened and where it comes from. */
export function ChildPage({ needs }: { readonly needs: ChildPageNeeds }) {
  const { params } = useAddress(childPlace);
  const id = params.id ?? '';
  // Another child is another page: nothing of the one before may stay.
  return <OneChild key={id} id={id} needs={needs} />;
}

function OneChild({ id, needs }: { readonly id: string; readonly needs: ChildPageNeeds }) {
  const w = useWords(childWords);
  const session = useSignedIn();
  const answer = useAnswer(getChild, { params: { id } });
  const child = answer.data;
  if (child === undefined) {
    return (
      <>
        <PageHead title={w.title} above={[{ says: w.back, href: hrefOf(findPlace) }]} />
        {answer.error ? <ErrorState refused={answer.error} onRetry={() => void answer.refetch()} /> : <LoadingState />}
      </>
    );
  }
  const panels = needs.panels.filter((panel) => holds(session, panel.permissions)).sort((one, other) => one.order - other.order);
  return (
    <div className="child-page">
      <ChildHead child={child} />
      <ChildFacts child={child} shownSince={answer.dataUpdatedAt} onOver={answer.refetch} />
      {panels.map(({ key, component: Panel }) => (
        <Suspense key={key} fallback={<LoadingState rows={3} />}>
          <Panel childId={child.childId} />
        </Suspense>
      ))}
      {child.maySeeSources ? <ChildBehind child={child} needs={needs} /> : null}
    </div>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { ChildView } from '../contract';
import { CorrectionDialog } from './correction-dialog';
import { useLineParts, useNameOf } from './line';
import { MergeAskDialog } from './merge-ask-dialog';
import { findPlace } from './places';
import { childWords } from './words';

/** The head of the page: who it is and what one can do. It never says poverty, illness or ethnicity. */
export function ChildHead({ child }: { readonly child: ChildView }) {
  const w = useWords(childWords);
  const session = useSignedIn();
  const name = useNameOf()(child);
  const parts = useLineParts()(child);
  const [doing, setDoing] = useState<'correct' | 'merge'>();
  const close = () => setDoing(undefined);
  const note = (
    <span className="child-note">
      {parts
        .filter(({ says }) => says !== '')
        .map(({ key, says }) => (
          <span key={key}>{says}</span>
        ))}
    </span>
  );
  const actions = (
    <>
      {holds(session, ['merge.decide']) ? <Button onClick={() => setDoing('merge')}>{w.merge}</Button> : null}
      {child.mayCorrect ? <Button onClick={() => setDoing('correct')}>{w.correct}</Button> : null}
    </>
  );
  return (
    <>
      <PageHead title={name} above={[{ says: w.back, href: hrefOf(findPlace) }]} note={note} actions={actions} />
      {child.mayCorrect ? <CorrectionDialog child={child} name={name} open={doing === 'correct'} onClose={close} /> : null}
      <MergeAskDialog child={child} name={name} open={doing === 'merge'} onClose={close} />
    </>
  );
}

import { useCallback, useMemo, useState } from 'react';
import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { useKeptAnswer } from '../../../../ui/phone/kept-answer';
import type { PhonePageProps } from '../../../../ui/phone/page';
import { Screen } from '../../../../ui/phone/screen';
import { Fault, Loading } from '../../../../ui/phone/states';
import { useSaid } from '../../../../ui/phone/way';
import { useWords } from '../../../../ui/shared/language';
import type { TargetView } from '../../contract';
import { getGrid, getTarget } from '../calls';
import { screeningWords } from '../words';
import { gridHref } from './hrefs';
import { keptGrid } from './kept';
import { Visited } from './visited';

/** One child: who it is, how to reach the family, and what the visit found. */
export function VisitScreen({ params }: PhonePageProps) {
  const { id = '', target = '' } = params;
  const s = useWords(screeningWords);
  const path = useSaid().get('grid') ?? '';
  const above = gridHref(id, path);
  const { data, refused, again } = usePhoneAnswer(getTarget, { params: { id: target } });
  const [taken, setTaken] = useState<TargetView>();
  const onTaken = useCallback((view: TargetView | undefined) => (view ? setTaken(view) : again()), [again]);
  const view = taken ?? data;
  if (view) {
    return (
      <Visited key={view.targetId} about={view} full={view} above={above} justHanded={taken !== undefined} onTaken={onTaken} />
    );
  }
  if (refused?.status === 0) return <WithoutNetwork {...{ id, target, path, above, onTaken }} />;
  return (
    <Screen title={s.title} above={above}>
      {refused ? <Fault refused={refused} onRetry={again} /> : <Loading />}
    </Screen>
  );
}

type WithoutProps = {
  readonly id: string;
  readonly target: string;
  readonly path: string;
  readonly above: string;
  readonly onTaken: (view: TargetView | undefined) => void;
};

/** The same from the list that lies on the phone: enough to answer, without the guardian and the ways to the family. */
function WithoutNetwork({ id, target, path, above, onTaken }: WithoutProps) {
  const s = useWords(screeningWords);
  const { data, refused, again } = useKeptAnswer(
    getGrid,
    { params: { id }, query: { path } },
    useMemo(() => keptGrid(id, path), [id, path]),
  );
  const line = data?.rows.find(({ targetId }) => targetId === target);
  if (data && line) {
    const { campaignId, name: campaign, method, until, phase, today, as, questions } = data;
    const about = { ...line, campaignId, campaign, method, until, phase, today, as, path, questions };
    return <Visited about={about} above={above} justHanded={false} onTaken={onTaken} />;
  }
  return (
    <Screen title={s.title} above={above}>
      {refused ? <Fault refused={refused} onRetry={again} /> : <Loading />}
    </Screen>
  );
}

import { useEffect } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { dayWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import type { BatchView } from '../contract';
import { kindWords } from '../words';
import { isWorking } from './batch-marks';
import { getBatch, getPreview } from './calls';
import { CheckStep } from './check-step';
import { ColumnsStep } from './columns-step';
import { DoneStep } from './done-step';
import { EffectStep } from './effect-step';
import { batchPlace, registersPlace } from './places';
import { Poll } from './poll';
import { ClosedStage, UploadedStage, WorkingStage } from './stages';
import { firstStep } from './steps';
import { useWizardHelp } from './wizard-frame';
import { wizardWords } from './words';
import './registers.css';
import './import.css';

/** How often a batch at work is looked at. */
const lookMs = 500;

/** One batch at the step where it stands: the page can be left and come back to at any time. */
export function BatchPage() {
  const w = useWords(wizardWords);
  const say = useSay();
  const { language } = useLanguage();
  const { params } = useAddress(batchPlace);
  const today = useToday();
  const input = { params: { id: params.id ?? '' } };
  const answer = useAnswer(getBatch, input);
  const batch = answer.data;
  const asOf = batch && w.asOf(dayWords(batch.asOf, today, language));
  return (
    <>
      <PageHead
        title={batch ? w.titleOf(say(kindWords[batch.kind])) : w.title}
        above={[{ says: w.lists, href: hrefOf(registersPlace) }]}
        help={useWizardHelp()}
        note={batch ? [say(batch.unit), asOf, w.number(batch.number)].join(' · ') : undefined}
      />
      {batch && isWorking(batch.state) ? <Poll contract={getBatch} input={input} everyMs={lookMs} /> : null}
      {batch ? <Stage batch={batch} /> : null}
      {answer.error && !batch ? <ErrorState refused={answer.error} onRetry={() => void answer.refetch()} /> : null}
      {answer.isPending ? <LoadingState rows={8} /> : null}
    </>
  );
}

function Stage({ batch }: { readonly batch: BatchView }) {
  switch (batch.state) {
    case 'uploaded':
      return <UploadedStage batch={batch} />;
    case 'reading':
    case 'committing':
      return <WorkingStage batch={batch} />;
    case 'refused':
    case 'cancelled':
      return <ClosedStage batch={batch} />;
    case 'previewed':
      return <PreviewStage batch={batch} />;
    case 'committed':
    case 'undone':
      return <DoneStep batch={batch} />;
  }
}

/** A batch that was read, at the step that the address names, or at the first where there is something to do. */
function PreviewStage({ batch }: { readonly batch: BatchView }) {
  const { search } = useAddress(batchPlace);
  const answer = useAnswer(getPreview, { params: { id: batch.id } });
  const { data, error, refetch } = answer;
  // What was found before the columns were corrected is not shown for what is found now.
  const stale = data !== undefined && data.batch.version !== batch.version;
  useEffect(() => {
    if (stale) void refetch();
  }, [stale, refetch]);
  if (error && !data) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data || stale) return <LoadingState rows={8} />;
  switch (search.step ?? firstStep(data)) {
    case 'columns':
      return <ColumnsStep preview={data} />;
    case 'check':
      return <CheckStep preview={data} />;
    case 'effect':
      return <EffectStep preview={data} />;
  }
}

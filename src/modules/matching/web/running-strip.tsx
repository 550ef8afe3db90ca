import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { useSignedIn, useToday } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { RunningView } from '../contract';
import { runSteps } from '../rules/run-steps';
import { cancelRun, getComparison, getFindings, getReviews } from './calls';
import { runningWords } from './words';

/** How often the page looks while a comparison runs. */
const lookMs = 1500;
const renews = [getComparison];

/** A comparison that is under way: whose, how far, and the way to stop it. */
export function RunningStrip({ running }: { readonly running: RunningView }) {
  const w = useWords(runningWords);
  const { language } = useLanguage();
  const today = useToday();
  const may = holds(useSignedIn(), ['comparison.run']);
  useAnswer(getComparison, {}, { every: lookMs });
  useRenewAtEnd();
  const { stop, busy } = useStop(running.jobId);
  const since = momentWords(running.askedAt, today, language);
  const at = running.step === null ? -1 : runSteps.indexOf(running.step);
  return (
    <section className="nol-running" aria-label={w.title}>
      <div className="nol-running-head">
        <strong>{w.title}</strong>
        <span>{running.askedBy ? w.by(running.askedBy, since) : w.since(since)}</span>
        <span className="nol-running-leave">{w.leave}</span>
        {may ? (
          <Button size="small" disabled={running.cancelling} loading={busy} onClick={() => void stop()}>
            {running.cancelling ? w.cancelling : w.cancel}
          </Button>
        ) : null}
      </div>
      <p role="status" className="nol-running-step">
        {running.step ? w[running.step] : w.waiting}
      </p>
      <ol aria-hidden="true">
        {runSteps.map((step, place) => (
          <li key={step} className={place < at ? 'nol-step-done' : place === at ? 'nol-step-now' : ''}>
            {w[step]}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** When the strip goes, the result has come: what was listed before it is asked for anew. */
function useRenewAtEnd(): void {
  const answers = useQueryClient();
  useEffect(
    () => () => {
      for (const { url } of [getReviews, getFindings]) void answers.invalidateQueries({ queryKey: [url] });
    },
    [answers],
  );
}

function useStop(jobId: string) {
  const w = useWords(runningWords);
  const tell = useTell();
  const { run, busy } = useAction(cancelRun, { renews });
  const stop = async () => {
    try {
      const { running } = await run({ params: { job: jobId } });
      if (running === null) tell.done(w.stopped);
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return { stop, busy };
}

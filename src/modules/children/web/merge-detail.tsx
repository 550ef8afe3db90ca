import { useAnswer } from '../../../ui/desk/answers';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { MarkChip } from '../../../ui/shared/mark';
import { useToday } from '../../../ui/shared/server-context';
import type { MergeView } from '../contract';
import { getMerge } from './calls';
import { mergeWords } from './change-words';
import { useNameOf } from './line';
import { mergeMarks } from './merge-marks';
import { MergeSteps } from './merge-steps';
import { childPlace } from './places';
import { SourcesTable } from './sources-table';
import { sourceWords } from './words';

/** One pair: who said what so far, what one can do, and the rows behind both records with what differs marked. */
export function MergeDetailPane({ id }: { readonly id: string }) {
  const s = useWords(sourceWords);
  const nameOf = useNameOf();
  const answer = useAnswer(getMerge, { params: { id } });
  const { data, error, refetch } = answer;
  if (error && !data) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={8} />;
  const { merge, kept, other } = data;
  const groups = [
    { key: 'kept', says: `${s.kept}：${nameOf(merge.kept)}`, rows: kept.rows },
    { key: 'other', says: `${s.other}：${nameOf(merge.other)}`, rows: other.rows },
  ];
  return (
    <>
      <header className="merges-head">
        <h2>
          {nameOf(merge.kept)} / {nameOf(merge.other)}
        </h2>
        <MarkChip mark={mergeMarks[merge.state]} />
      </header>
      <Course merge={merge} />
      <MergeSteps merge={merge} />
      <SourcesTable groups={groups} />
      <Records merge={merge} />
    </>
  );
}

/** Who did what so far. */
function Course({ merge }: { readonly merge: MergeView }) {
  const w = useWords(mergeWords);
  const { language } = useLanguage();
  const today = useToday();
  const at = (moment: string | null) => (moment === null ? '' : momentWords(moment, today, language));
  const lines: string[] = [];
  if (merge.byProgram) lines.push(w.byProgram);
  if (merge.askedAt !== null) lines.push(w.asked(merge.askedBy, at(merge.askedAt)));
  if (merge.decidedAt !== null)
    lines.push((merge.state === 'refused' ? w.refused : w.merged)(merge.decidedBy, at(merge.decidedAt)));
  if (merge.reason !== '') lines.push(w.why(merge.reason));
  if (merge.undoAskedBy !== '') lines.push(w.undoAsked(merge.undoAskedBy));
  if (merge.undoReason !== '') lines.push(w.why(merge.undoReason));
  if (merge.undoneAt !== null) lines.push(w.undone(merge.undoneBy, at(merge.undoneAt)));
  return (
    <ul className="merges-course">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** The doors to both records; once they are one there is one door. */
function Records({ merge }: { readonly merge: MergeView }) {
  const w = useWords(mergeWords);
  const isOne = merge.state === 'merged' || merge.state === 'undo-asked';
  return (
    <p className="merges-doors">
      <Door href={hrefOf(childPlace, { id: merge.kept.childId })}>{w.openKept}</Door>
      {isOne ? null : <Door href={hrefOf(childPlace, { id: merge.other.childId })}>{w.openOther}</Door>}
    </p>
  );
}

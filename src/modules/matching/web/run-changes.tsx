import { useSay, useWords } from '../../../ui/shared/language';
import type { RunView } from '../contract';
import { type Finding, findingNames, findings } from '../rules/finding-names';
import { FindingDoor } from './finding-door';
import { comparisonWords } from './words';

/** What began and what ended since the comparison before, and what became of records and questions. */
export function RunChanges({ run }: { readonly run: RunView }) {
  const w = useWords(comparisonWords);
  const { begun, ended, children, reviews } = run.changes;
  const changed = findingNames.filter((finding) => begun[finding] || ended[finding]);
  const { rows, changed: changedRows, gone, milliseconds } = run.compared;
  return (
    <section className="nol-changes" aria-label={w.changed}>
      <h2>{w.changed}</h2>
      {run.runNo === 1 ? <p>{w.firstRun}</p> : null}
      {run.runNo > 1 && changed.length === 0 ? <p>{w.nothingChanged}</p> : null}
      {run.runNo > 1 && changed.length > 0 ? (
        <ul className="nol-comparison-lines">
          {changed.map((finding) => (
            <Change key={finding} run={run} finding={finding} />
          ))}
        </ul>
      ) : null}
      <p>
        {w.records(children.fresh, children.changed, children.unlisted)}
        {children.splits + children.proposals > 0 ? w.splits(children.splits, children.proposals) : ''}
        {w.asked(reviews.asked, reviews.lapsed, reviews.followed)}
      </p>
      <p className="nol-comparison-quiet">{w.looked(rows, changedRows, gone, (milliseconds / 1000).toFixed(1))}</p>
    </section>
  );
}

function Change({ run, finding }: { readonly run: RunView; readonly finding: Finding }) {
  const w = useWords(comparisonWords);
  const say = useSay();
  const [begun, ended] = [run.changes.begun[finding] ?? 0, run.changes.ended[finding] ?? 0];
  return (
    <li>
      {say(findings[finding])}{' '}
      {begun > 0 ? <FindingDoor run={run} finding={finding} count={begun} change="begun" says={w.begun(begun)} /> : null}
      {begun > 0 && ended > 0 ? '，' : null}
      {ended > 0 ? <FindingDoor run={run} finding={finding} count={ended} change="ended" says={w.ended(ended)} /> : null}
    </li>
  );
}

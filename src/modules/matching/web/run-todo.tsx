import type { ReactNode } from 'react';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import type { RunView } from '../contract';
import { type Finding, findings } from '../rules/finding-names';
import { FindingDoor } from './finding-door';
import { reviewsPlace } from './places';
import { comparisonWords } from './words';

/** What else of a comparison somebody has to look at. */
const others: readonly Finding[] = [
  ...['unregistered', 'double-enrolment', 'double-household', 'household-gone', 'no-household', 'no-list'],
] as Finding[];

type RunTodoProps = { readonly run: RunView; readonly openReviews: number | undefined };

/** The three comparisons and the pairs to decide: what is to be followed up, each number a door. */
export function RunTodo({ run, openReviews }: RunTodoProps) {
  const w = useWords(comparisonWords);
  const say = useSay();
  const { findings: counts, poverty } = run.equation;
  return (
    <section className="nol-todo" aria-label={w.todo}>
      <Figure says={w.first}>
        <FindingDoor run={run} finding="not-enrolled" count={counts['not-enrolled'] ?? 0} />
      </Figure>
      <Figure says={w.second}>
        <FindingDoor run={run} finding="absent" count={counts.absent ?? 0} />
      </Figure>
      <Figure says={w.third} small note={w.thirdWhy}>
        {w.thirdSays(poverty['not-enrolled'], poverty.absent)}
      </Figure>
      {openReviews === undefined ? null : (
        <Figure says={w.reviews}>
          <Door href={hrefOf(reviewsPlace)}>{numberText(openReviews)}</Door>
        </Figure>
      )}
      <div className="nol-todo-others">
        <span className="nol-todo-says">{w.others}</span>
        <ul>
          {others.map((finding) =>
            counts[finding] ? (
              <li key={finding}>
                {say(findings[finding])} <FindingDoor run={run} finding={finding} count={counts[finding]} />
              </li>
            ) : null,
          )}
        </ul>
      </div>
    </section>
  );
}

type FigureProps = { readonly says: string; readonly note?: string; readonly small?: boolean; readonly children: ReactNode };

function Figure({ says, note, small = false, children }: FigureProps) {
  return (
    <div className="nol-todo-figure">
      <span className="nol-todo-says">{says}</span>
      <span className={small ? 'nol-todo-words' : 'nol-todo-number'}>{children}</span>
      {note ? <span className="nol-todo-note">{note}</span> : null}
    </div>
  );
}

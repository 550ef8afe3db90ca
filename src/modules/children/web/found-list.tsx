import type { KeyboardEvent } from 'react';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import type { ChildLine } from '../contract';
import { useLineParts, useNameOf } from './line';
import { childPlace } from './places';
import type { Finding } from './use-find';
import { findWords } from './words';
import './find.css';

type FoundListProps = {
  readonly finding: Finding;
  readonly typed: string;
  /** Hears which was chosen; without it the list leads to the page of the child. */
  readonly onChoose?: ((child: ChildLine) => void) | undefined;
  /** A hit was opened. */
  readonly onOpened?: (() => void) | undefined;
};

/** What was found, each a line that leads to its child; or why there is nothing. */
export function FoundList({ finding, typed, onChoose, onOpened }: FoundListProps) {
  const w = useWords(findWords);
  const { found, refused, busy, isNumber, ask } = finding;
  if (refused) return <ErrorState refused={refused} onRetry={() => void ask()} />;
  if (typed.trim() === '') return <p className="find-hint">{w.start}</p>;
  if (found === undefined) {
    if (isNumber && !busy) return <p className="find-hint">{w.wholeNumber}</p>;
    return <LoadingState rows={3} />;
  }
  if (found.rows.length === 0) {
    return (
      <div className="find-none" role="status">
        <p>{w.none}</p>
        <p className="find-hint">{isNumber ? w.noneNumber : w.noneWhy}</p>
      </div>
    );
  }
  return (
    <>
      {found.alike ? <p className="find-hint">{w.alike}</p> : null}
      {/* The arrow keys walk between the links inside; each of them is reached by Tab as well. */}
      <ul className="find-list" aria-label={w.results} onKeyDown={walk}>
        {found.rows.map((child) => (
          <li key={child.childId}>
            <Hit child={child} onChoose={onChoose} onOpened={onOpened} />
          </li>
        ))}
      </ul>
      {found.more ? <p className="find-hint">{w.more}</p> : null}
    </>
  );
}

type HitProps = Pick<FoundListProps, 'onChoose' | 'onOpened'> & { readonly child: ChildLine };

function Hit({ child, onChoose, onOpened }: HitProps) {
  const parts = useLineParts()(child);
  const name = useNameOf()(child);
  const inside = (
    <>
      <b>{name}</b>
      {parts.map(({ key, says }) => (
        <span key={key} className={`find-${key}`}>
          {says}
        </span>
      ))}
    </>
  );
  if (onChoose) {
    return (
      <button type="button" className="find-hit" onClick={() => onChoose(child)}>
        {inside}
      </button>
    );
  }
  return (
    <Door className="find-hit" href={hrefOf(childPlace, { id: child.childId })} onClick={onOpened}>
      {inside}
    </Door>
  );
}

/** Arrow keys go from hit to hit; before the first is the field. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const hits = [...event.currentTarget.querySelectorAll<HTMLElement>('.find-hit')];
  const at = hits.findIndex((hit) => hit.contains(document.activeElement));
  const next = event.key === 'ArrowDown' ? Math.min(at + 1, hits.length - 1) : at - 1;
  if (next >= 0) hits[next]?.focus();
  else event.currentTarget.closest('.find')?.querySelector<HTMLElement>('input')?.focus();
}

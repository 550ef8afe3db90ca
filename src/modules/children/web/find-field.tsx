import { Input } from 'antd';
import { type FormEvent, type KeyboardEvent, useId } from 'react';
import { useWords } from '../../../ui/shared/language';
import type { ChildLine } from '../contract';
import { FoundList } from './found-list';
import { useFind } from './use-find';
import { findWords } from './words';
import './find.css';

type FindFieldProps = {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** The first hit, with Enter. */
  readonly onFirst: (child: ChildLine) => void;
  readonly onChoose?: (child: ChildLine) => void;
  readonly onOpened?: () => void;
};

/** One field for name, pinyin, initials and whole numbers, and what was found below it: type, Enter. */
export function FindField({ typed, onType, onFirst, onChoose, onOpened }: FindFieldProps) {
  const w = useWords(findWords);
  const id = useId();
  const finding = useFind(typed);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const seen = finding.found;
    const found = seen ?? (await finding.ask());
    const [first] = found?.rows ?? [];
    // What was on the page before Enter was seen; what comes after it opens by itself only where there is no choice.
    if (first && (seen !== undefined || found?.rows.length === 1)) onFirst(first);
  };
  const down = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.currentTarget.closest('.find')?.querySelector<HTMLElement>('.find-hit')?.focus();
  };
  return (
    <div className="find">
      <form onSubmit={(event) => void submit(event)}>
        <label className="find-label" htmlFor={id}>
          {w.label}
        </label>
        <Input
          id={id}
          value={typed}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={down}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          allowClear
          size="large"
        />
      </form>
      <div aria-live="polite">
        <FoundList finding={finding} typed={typed} onChoose={onChoose} onOpened={onOpened} />
      </div>
      {finding.found && finding.found.rows.length > 0 ? <p className="find-keys">{w.keys}</p> : null}
    </div>
  );
}

import type { ReactNode } from 'react';
import { Step } from './way';
import './lists.css';

type RowProps = {
  readonly title: ReactNode;
  /** Below the title, small. */
  readonly note?: ReactNode;
  /** At the right: a chip, a number, a switch. */
  readonly beside?: ReactNode;
  readonly href?: string;
  readonly onClick?: () => void;
};

/** A line of a list, 48 px or higher; the whole of it leads on when it leads anywhere. */
export function Row({ title, note, beside, href, onClick }: RowProps) {
  const inside = (
    <>
      <span className="ph-row-text">
        <span className="ph-row-title">{title}</span>
        {note ? <span className="ph-row-note">{note}</span> : null}
      </span>
      {beside ? <span className="ph-row-beside">{beside}</span> : null}
      {href || onClick ? <Chevron /> : null}
    </>
  );
  if (href) {
    return (
      <Step href={href} className="ph-row ph-row-opens">
        {inside}
      </Step>
    );
  }
  if (!onClick) return <div className="ph-row">{inside}</div>;
  return (
    <button type="button" className="ph-row ph-row-opens" onClick={onClick}>
      {inside}
    </button>
  );
}

/** Rows with thin lines between them, under a heading of their own. */
export function RowList({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <section className="ph-list">
      {title ? <h2 className="ph-list-title">{title}</h2> : null}
      {children}
    </section>
  );
}

function Chevron() {
  return (
    <svg className="ph-chevron" viewBox="0 0 10 16" width="10" height="16" aria-hidden="true" focusable="false">
      <path d="M2 2l6 6-6 6" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </svg>
  );
}

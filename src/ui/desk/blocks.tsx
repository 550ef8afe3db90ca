import { type ReactNode, useId } from 'react';
import './blocks.css';

type CardProps = {
  readonly title: string;
  /** At the right of the title: the door to everything of this kind, a number. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
};

/** A card of the start page: a heading, and lines each of which leads to the next step. */
export function Card({ title, beside, children }: CardProps) {
  const id = useId();
  return (
    <section className="nol-card" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {beside}
      </header>
      {children}
    </section>
  );
}

/** A column for a form or a text, 320 px wide or 664: longer lines are not read to their end. */
export function Column({ wide = false, children }: { readonly wide?: boolean; readonly children: ReactNode }) {
  return <div className={wide ? 'nol-column nol-column-wide' : 'nol-column'}>{children}</div>;
}

/** What is known of one thing: words at the left, values at the right. */
export function Facts({ rows }: { readonly rows: readonly { readonly says: string; readonly value: ReactNode }[] }) {
  return (
    <dl className="nol-facts">
      {rows.map((row) => (
        <div key={row.says}>
          <dt>{row.says}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}

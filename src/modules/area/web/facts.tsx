import type { ReactNode } from 'react';
import './fields.css';

/** What is known of one thing, each with its name. */
export type Fact = { readonly says: string; readonly value: ReactNode };

/** Names and values below each other. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="area-facts">
      {facts.map(({ says, value }) => (
        <div key={says}>
          <dt>{says}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

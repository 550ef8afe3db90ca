import type { ReactNode } from 'react';
import './table.css';

/** A page that is one list: the head, and a DataTable that takes what is left of the window. */
export function ListPage({ head, children }: { readonly head: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="nol-list-page">
      {head}
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';
import { Facts } from '../../../ui/desk/blocks';
import { SourceLabel } from '../../../ui/desk/source-label';
import { useWords } from '../../../ui/shared/language';
import type { ExportView } from '../contract';
import { type ExportRow, useAbout, useCourse, useHolds } from './export-rows';
import { exportWords } from './export-words';

/** What an export is: whom it is about, what it holds, for what and for whom, and what has become of it. */
export function ExportFacts({ one }: { readonly one: ExportView }) {
  const w = useWords(exportWords);
  return (
    <>
      <Facts rows={useAbout(one).map((row) => ({ says: row.says, value: shownValue(row) }))} />
      <h3 className="reports-heading">{w.holds}</h3>
      <Facts rows={useHolds(one)} />
      <h3 className="reports-heading">{w.course}</h3>
      <Facts rows={useCourse(one)} />
    </>
  );
}

function shownValue({ value, source }: ExportRow): ReactNode {
  if (source === undefined) return value;
  // What nobody has confirmed has no clause to name.
  if (source === 'unconfirmed') return <SourceLabel source="unconfirmed" />;
  return (
    <>
      <SourceLabel source="basis" /> {value}
    </>
  );
}

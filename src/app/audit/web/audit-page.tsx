import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useAddress, useGo } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Filter } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { getLines } from './calls';
import { ExportDialog } from './export-dialog';
import { LinePanel } from './line-panel';
import { auditPlace, verifyPlace } from './places';
import { TrailTable, useTrailFilters } from './trail-table';
import { auditWords } from './words';

/** 审计记录: who did what to what, and what was refused. */
export function AuditPage() {
  const address = useAddress(auditPlace);
  const { open, ...query } = address.search;
  const answer = useAnswer(getLines, { query }, { keeps: true });
  const [exporting, setExporting] = useState(false);
  const w = useWords(auditWords);
  const session = useSignedIn();
  const go = useGo();
  const mayExport = holds(session, ['audit.export']);
  const withObject = useCallback((filters: readonly Filter[]) => withObjectFilter(filters, w.object), [w]);
  const filters = useTrailFilters(withObject);
  return (
    <ListPage
      head={
        <PageHead
          title={w.title}
          help={{ says: w.help, source: 'basis', clause: w.clause }}
          actions={<Button onClick={() => go(hrefOf(verifyPlace))}>{w.verify}</Button>}
        />
      }
    >
      {isAboutChild(query.object) ? <p className="nol-trail-note">{w.child}</p> : null}
      <TrailTable
        id="audit"
        place={auditPlace}
        address={address}
        answer={answer}
        filters={filters}
        none={w.none}
        {...(mayExport ? { onExport: () => setExporting(true) } : {})}
      />
      <LinePanel id={open} onClose={() => address.change({ open: undefined })} />
      <ExportDialog open={exporting} conditions={query} onClose={() => setExporting(false)} />
    </ListPage>
  );
}

/** The days and the person first, then the object, for these are what is asked most. */
function withObjectFilter(filters: readonly Filter[], says: string): readonly Filter[] {
  return [...filters.slice(0, 3), { key: 'object', says, kind: 'text' }, ...filters.slice(3)];
}

/** A child by its id, by what the trail calls it, or by the address of its page. */
function isAboutChild(object: string): boolean {
  return /^child:|children\/|^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(object);
}

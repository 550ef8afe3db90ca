import type { ReactNode } from 'react';
import { useAnswer } from '../../../ui/desk/answers';
import { SidePanel } from '../../../ui/desk/side-panel';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import type { ExportView } from '../contract';
import { getExport } from './calls';
import { ExportFacts } from './export-facts';
import { ExportMark } from './export-mark';
import { ExportSteps } from './export-steps';
import { exportWords } from './export-words';
import { TakeBox } from './take-box';

/** How often an export is looked at while its workbook is being written, and while its asker waits for somebody's word. */
const [writingMs, askedMs] = [1000, 10_000];

type ExportPanelProps = {
  readonly open: string | undefined;
  readonly onClose: () => void;
  /** Below what is known of it. */
  readonly after?: (one: ExportView) => ReactNode;
};

/** One export beside the list: what is in it, for whom and for what, and what can be done now. */
export function ExportPanel({ open, onClose, after }: ExportPanelProps) {
  const w = useWords(exportWords);
  const { data, error, refetch } = useAnswer(getExport, { params: { id: open ?? '' } }, { when: open !== undefined });
  const one = open === undefined ? undefined : data;
  return (
    <SidePanel
      open={open !== undefined}
      title={one?.number ?? w.title}
      onClose={onClose}
      actions={one ? <ExportMark one={one} /> : null}
      foot={one && one.steps.length > 0 ? <ExportSteps key={one.exportId} one={one} /> : null}
    >
      {error && !one ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {one ? <Content one={one} after={after?.(one)} /> : error ? null : <LoadingState />}
    </SidePanel>
  );
}

function Content({ one, after }: { readonly one: ExportView; readonly after: ReactNode }) {
  return (
    <>
      {one.state === 'writing' ? <Look id={one.exportId} everyMs={writingMs} /> : null}
      {one.state === 'asked' && one.mine ? <Look id={one.exportId} everyMs={askedMs} /> : null}
      {/* Stays while the file is being taken, for the password is shown until then. */}
      <TakeBox key={one.exportId} one={one} />
      <ExportFacts one={one} />
      {after}
    </>
  );
}

function Look({ id, everyMs }: { readonly id: string; readonly everyMs: number }) {
  useAnswer(getExport, { params: { id } }, { every: everyMs });
  return null;
}

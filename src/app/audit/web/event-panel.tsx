import { SidePanel } from '../../../ui/desk/side-panel';
import { useSay } from '../../../ui/shared/language';
import type { LineView } from '../audit-contract';
import { LineFacts } from './line-facts';

/** One security event beside the list. */
export function EventPanel({ line, onClose }: { readonly line: LineView | undefined; readonly onClose: () => void }) {
  const say = useSay();
  return (
    <SidePanel open={line !== undefined} title={line && say(line.says)} onClose={onClose}>
      {line ? <LineFacts line={line} /> : null}
    </SidePanel>
  );
}

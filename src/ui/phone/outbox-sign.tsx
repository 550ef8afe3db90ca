import { useBox, useMemory } from '../outbox/context';
import { pileOf } from '../outbox/rules';
import { signWords } from '../outbox/words';
import { useWords } from '../shared/language';
import { ToneChip } from '../shared/mark';
import { Step } from './way';

/** Whether everything is sent, said in the title bar and a door to what is not. Silent where all is sent, unless `always`. */
export function OutboxSign({ always }: { readonly always: boolean }) {
  const memory = useMemory();
  const { entries, sending } = useBox();
  const w = useWords(signWords);
  if (memory?.state === 'none') return always ? <Sign tone="quiet" says={w.nothingKept} /> : null;
  if (memory?.state !== 'open') return null;
  const { kind, count } = pileOf(
    entries.map(({ state }) => state),
    sending !== undefined,
  );
  if (kind === 'synced') return always ? <Sign tone="calm" says={w.synced} /> : null;
  if (kind === 'look') return <Sign tone="urgent" says={w.look(count)} />;
  return <Sign tone="watch" says={kind === 'sending' ? w.sending : w.stored(count)} />;
}

function Sign({ tone, says }: { readonly tone: Parameters<typeof ToneChip>[0]['tone']; readonly says: string }) {
  return (
    <Step href="/m/outbox" className="ph-outbox">
      <span role="status">
        <ToneChip tone={tone}>{says}</ToneChip>
      </span>
    </Step>
  );
}

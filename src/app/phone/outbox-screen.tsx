import { useState } from 'react';
import { useBox, useMemory } from '../../ui/outbox/context';
import type { Outbox } from '../../ui/outbox/outbox';
import { isOld } from '../../ui/outbox/rules';
import type { Entry } from '../../ui/outbox/vault';
import { Button } from '../../ui/phone/button';
import { Screen } from '../../ui/phone/screen';
import { Empty } from '../../ui/phone/states';
import { Step } from '../../ui/phone/way';
import { momentWords } from '../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../ui/shared/language';
import { ToneChip } from '../../ui/shared/mark';
import { useServer, useToday } from '../../ui/shared/server-context';
import { outboxWords } from './outbox-words';

type Undo = { readonly entry: Entry; readonly back: () => Promise<void> };

/** 待发送: what this phone holds and the server has not taken yet, why, and what can be done about each. */
export function OutboxScreen() {
  const w = useWords(outboxWords);
  const say = useSay();
  const memory = useMemory();
  const { entries, sending, strangers } = useBox();
  const [undo, setUndo] = useState<Undo>();
  const outbox = memory?.phone?.outbox;
  const waiting = entries.some(({ state }) => state === 'waiting');
  const action =
    outbox && waiting ? (
      <Button kind="main" busy={sending !== undefined} onClick={outbox.wake}>
        {w.sendNow}
      </Button>
    ) : undefined;
  return (
    <Screen title={w.title} note={entries.length > 0 ? w.note : undefined} above="/m/me" action={action}>
      {memory?.state === 'none' ? <Empty says={w.nothingKept} /> : null}
      {outbox && entries.length === 0 ? <Empty says={w.empty} /> : null}
      {undo ? (
        <p className="ph-undo" role="status">
          {w.discarded(say(undo.entry.says))}
          <Button kind="quiet" onClick={() => void undo.back().then(() => setUndo(undefined))}>
            {w.undo}
          </Button>
        </p>
      ) : null}
      {outbox
        ? entries.map((entry) => (
            <Waiting
              key={entry.order}
              {...{ entry, outbox }}
              isSending={entry.key === sending}
              onDiscarded={(back) => setUndo({ entry, back })}
            />
          ))
        : null}
      {strangers > 0 ? <p className="ph-hint">{w.strangers(strangers)}</p> : null}
      {outbox ? <p className="ph-hint">{w.help}</p> : null}
    </Screen>
  );
}

type WaitingProps = {
  readonly entry: Entry;
  readonly outbox: Outbox;
  readonly isSending: boolean;
  readonly onDiscarded: (undo: () => Promise<void>) => void;
};

function Waiting({ entry, outbox, isSending, onDiscarded }: WaitingProps) {
  const w = useWords(outboxWords);
  const say = useSay();
  const today = useToday();
  const { momentAt } = useServer();
  const { language } = useLanguage();
  const { state, answer, madeAt } = entry;
  const old = isOld(madeAt, Date.now());
  return (
    <section className="ph-waiting">
      <h2>{say(entry.says)}</h2>
      <p className="ph-note">{w.made(momentWords(momentAt(madeAt), today, language))}</p>
      <ToneChip tone={state === 'waiting' ? 'watch' : 'urgent'}>{isSending ? w.sending : w[state]}</ToneChip>
      {answer && !isSending ? <p>{say(answer.says)}</p> : null}
      {old ? <p className="ph-fault">{w.old}</p> : null}
      <div className="ph-waiting-ways">
        <Step href={entry.href}>{state === 'waiting' ? w.open : w.openAgain}</Step>
        {state === 'refused' ? (
          <button type="button" onClick={() => void outbox.resend(entry)}>
            {w.resend}
          </button>
        ) : null}
        <button type="button" disabled={isSending} onClick={() => void outbox.discard(entry).then(onDiscarded)}>
          {w.discard}
        </button>
      </div>
    </section>
  );
}

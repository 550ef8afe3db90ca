import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useAction } from '../../../ui/desk/answers';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { useSay, useWords } from '../../../ui/shared/language';
import type { MaskedName } from '../contract';
import { fieldWords, revealReasons } from '../words';
import { getChild, getLooks, getSources, revealField } from './calls';
import { childWords } from './words';

type MaskedValueProps = {
  /** Whose field it is; with `row` that of a row of a list. */
  readonly asked: { readonly childId: string; readonly name: string; readonly field: MaskedName; readonly row?: string };
  readonly value: {
    readonly masked: string;
    readonly revealable: boolean;
    readonly value: string | null;
    readonly secondsLeft: number | null;
  };
  readonly shownSince: number;
  readonly onOver: () => void;
};

const reasons = Object.entries(revealReasons).map(([value, says]) => ({ value, says }));
const renews = [getChild, getSources, getLooks];

/** A field that is masked until somebody says why he has to see it; then in full, with the time that is left of it. */
export function MaskedValue({ asked, value, shownSince, onOver }: MaskedValueProps) {
  const w = useWords(childWords);
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const left = useSecondsLeft(value.secondsLeft, shownSince, onOver);
  const reveal = useAction(revealField, { renews });
  const { childId, name, field, row } = asked;
  const says = say(fieldWords[field]);
  if (value.value !== null && left > 0) {
    return (
      <span className="child-masked">
        <span className="child-number">{value.value}</span>
        <span className="child-left">{w.left(`${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`)}</span>
      </span>
    );
  }
  return (
    <span className="child-masked">
      <span className="child-number">{value.masked}</span>
      {value.revealable ? (
        <Button size="small" onClick={() => setAsking(true)} aria-label={`${w.reveal}：${says}`}>
          {row === undefined ? w.reveal : w.see}
        </Button>
      ) : null}
      <ReasonDialog
        open={asking}
        title={w.revealTitle(says, name)}
        reasons={reasons}
        submit={w.revealSubmit}
        onSubmit={async (reason) => {
          await reveal.run({ params: { id: childId }, body: { field, reason, ...(row === undefined ? {} : { row }) } });
          setAsking(false);
        }}
        onClose={() => setAsking(false)}
      />
    </span>
  );
}

/** Seconds that are left of what may be shown since an answer came; tells once when they are over. */
function useSecondsLeft(seconds: number | null, since: number, onOver: () => void): number {
  const end = seconds === null ? 0 : since + seconds * 1000;
  const [now, setNow] = useState(() => Date.now());
  const running = end > now;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  useEffect(() => {
    if (seconds !== null && !running) onOver();
  }, [seconds, running, onOver]);
  return Math.max(0, Math.ceil((end - Math.max(now, since)) / 1000));
}

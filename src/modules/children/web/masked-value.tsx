import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useAction } from '../../../ui/desk/answers';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { useSay, useWords } from '../../../ui/shared/language';
import type { ChildView, MaskedField, MaskedName } from '../contract';
import { fieldWords, revealReasons } from '../words';
import { getChild, revealField } from './calls';
import { childWords } from './words';

type MaskedValueProps = {
  readonly child: Pick<ChildView, 'childId' | 'name'>;
  readonly field: MaskedName;
  readonly value: MaskedField;
  readonly shownSince: number;
  readonly onOver: () => void;
};

const reasons = Object.entries(revealReasons).map(([value, says]) => ({ value, says }));

/** A field that is masked until somebody says why he has to see it; then in full, with the time that is left of it. */
export function MaskedValue({ child, field, value, shownSince, onOver }: MaskedValueProps) {
  const w = useWords(childWords);
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const left = useSecondsLeft(value.secondsLeft, shownSince, onOver);
  const reveal = useAction(revealField, { renews: [getChild] });
  if (value.value !== null && left > 0) {
    return (
      <span className="child-masked">
        <span className="child-number">{value.value}</span>
        <span className="child-left">{w.left(`${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`)}</span>
      </span>
    );
  }
  const says = say(fieldWords[field]);
  return (
    <span className="child-masked">
      <span className="child-number">{value.masked}</span>
      {value.revealable ? (
        <Button size="small" onClick={() => setAsking(true)} aria-label={`${w.reveal}：${says}`}>
          {w.reveal}
        </Button>
      ) : null}
      <ReasonDialog
        open={asking}
        title={w.revealTitle(says, child.name)}
        reasons={reasons}
        submit={w.revealSubmit}
        onSubmit={async (reason) => {
          await reveal.run({ params: { id: child.childId }, body: { field, reason } });
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

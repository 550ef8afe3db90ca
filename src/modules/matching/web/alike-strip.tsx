import { Button } from 'antd';
import { useState } from 'react';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { SidePanel } from '../../../ui/desk/side-panel';
import { useTell } from '../../../ui/desk/tell';
import { useUndo } from '../../../ui/desk/undo';
import { useSay, useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import type { AlikeView } from '../review-contract';
import { decisionReasons } from '../review-words';
import { decideAlike, getAlike, getComparison, getReviews, takeAlikeBack } from './calls';
import { comparedKindWords, fieldWords, reviewWords } from './review-page-words';

const renews = [getReviews, getAlike, getComparison];

/** Pairs that differ in writing alone: seen together, decided together, and taken back together. Nothing where there are none. */
export function AlikeStrip() {
  const w = useWords(reviewWords);
  const [open, setOpen] = useState(false);
  const { data } = useAnswer(getAlike, {});
  const { decide, busy } = useDecideAll(() => setOpen(false));
  const rows = data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <div className="nol-notice nol-notice-info">
      <span>{w.alike(rows.length)}</span>
      <Button size="small" onClick={() => setOpen(true)}>
        {w.lookTogether}
      </Button>
      <SidePanel
        open={open}
        title={w.alikeTitle}
        onClose={() => setOpen(false)}
        foot={
          <Button type="primary" loading={busy} onClick={() => void decide(rows)}>
            {w.decideAll(rows.length)}
          </Button>
        }
      >
        <ol className="nol-alike">
          {rows.map((row) => (
            <AlikeLine key={row.id} row={row} />
          ))}
        </ol>
      </SidePanel>
    </div>
  );
}

function AlikeLine({ row }: { readonly row: AlikeView['rows'][number] }) {
  const say = useSay();
  return (
    <li>
      {row.leftName} ／ {row.rightName} {row.birthDay} · {say(comparedKindWords[row.kinds])} ·{' '}
      {row.differs.map((field) => say(fieldWords[field])).join('、')}
    </li>
  );
}

function useDecideAll(onDone: () => void) {
  const w = useWords(reviewWords);
  const say = useSay();
  const tell = useTell();
  const offerUndo = useUndo();
  const { run, busy } = useAction(decideAlike, { renews });
  const back = useAction(takeAlikeBack, { renews });
  const decide = async (rows: AlikeView['rows']) => {
    try {
      const reviews = rows.map(({ id, version }) => ({ id, version }));
      const group = await run({ body: { reviews, reason: say(decisionReasons.same.writing) } });
      onDone();
      const says = w.decidedAll(group.decided) + (group.left > 0 ? w.leftAll(group.left) : '');
      offerUndo({ says, undo: () => back.run({ params: { group: group.groupId } }) });
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return { decide, busy };
}

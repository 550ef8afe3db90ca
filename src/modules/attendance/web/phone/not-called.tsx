import { standingState } from '../../../../kernel/standing';
import { useSay, useWords } from '../../../../ui/shared/language';
import type { RollView } from '../../contract';
import { rollWords } from '../words';

/** Whom the class answers for without calling them: 休学 1、送教上门 1. */
export function NotCalled({ view: { notCalled } }: { readonly view: RollView }) {
  const r = useWords(rollWords);
  const say = useSay();
  if (notCalled.length === 0) return null;
  const list = notCalled.map(({ state, count }) => `${say(standingState(state))} ${count}`).join('、');
  return <p className="ph-hint">{r.notCalled(list)}</p>;
}

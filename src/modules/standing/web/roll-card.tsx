import { standingState } from '../../../kernel/standing';
import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useSay, useWords } from '../../../ui/shared/language';
import type { RollCallView } from '../contract';
import { getRollCall } from './calls';
import { CountDoor } from './count-door';
import { useChildrenHref } from './equation';
import { isCounty, useGridName } from './grid-names';
import { rollCallPlace } from './places';
import { unsettledStates } from './use-unsettled';
import { rollWords } from './words';
import './roll.css';

/** 全县点名 on the start page: how many should be in school, and of how many it is not known. */
export function RollCard() {
  const w = useWords(rollWords);
  const nameOf = useGridName();
  const answer = useAnswer(getRollCall, { query: {} });
  const view = answer.data;
  const title = view && !isCounty(view.grid) ? w.titleOf(nameOf(view.grid, view.tree)) : w.title;
  return (
    <Card title={title} beside={<Door href={hrefOf(rollCallPlace)}>{w.seeRoll}</Door>}>
      {view ? <Figures view={view} /> : null}
      {!view && answer.error ? <ErrorState refused={answer.error} onRetry={() => void answer.refetch()} /> : null}
      {!view && !answer.error ? <LoadingState rows={2} /> : null}
    </Card>
  );
}

function Figures({ view }: { readonly view: RollCallView }) {
  const w = useWords(rollWords);
  const say = useSay();
  const href = useChildrenHref(view, false);
  if (view.span === null) return <p>{w.none}</p>;
  const countOf = (state: string) => view.roll.terms.find((term) => term.state === state)?.count ?? 0;
  const open = unsettledStates.map((state) => ({ state, says: say(standingState(state)) }));
  return (
    <div className="roll-figures">
      <span>
        <b>
          <CountDoor count={view.roll.shouldBe} says={w.shouldBe} href={href('should-be')} meeting={false} />
        </b>
        {w.shouldBe}
      </span>
      {open.map(({ state, says }) => (
        <span key={state}>
          <b>
            <CountDoor count={countOf(state)} says={says} href={href(state)} meeting={false} />
          </b>
          {says}
        </span>
      ))}
    </div>
  );
}

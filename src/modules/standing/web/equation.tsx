import { Popover } from 'antd';
import { standingState } from '../../../kernel/standing';
import { hrefOf } from '../../../ui/desk/place';
import { useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { RollCallView, RollPart } from '../contract';
import { CountDoor } from './count-door';
import { rollChildrenPlace } from './places';
import { toneOf } from './state-chip';
import { rollWords } from './words';

type EquationProps = { readonly view: RollCallView; readonly meeting: boolean };

/** 应在学 = Σ: the thirteen terms in their order, each a door; what lies outside; and whether the books balance. */
export function Equation({ view, meeting }: EquationProps) {
  const w = useWords(rollWords);
  const say = useSay();
  const href = useChildrenHref(view, meeting);
  const { roll } = view;
  const outside = roll.outside.filter(({ count }) => count !== 0);
  return (
    <section className="roll-equation" aria-label={w.equation}>
      <div className="roll-terms">
        <span className="roll-sum">
          <b>
            <CountDoor count={roll.shouldBe} says={w.shouldBe} href={href('should-be')} meeting={meeting} />
          </b>
          <span className="roll-label">{w.shouldBe}</span>
        </span>
        {roll.terms.map(({ state, count }, place) => {
          const known = standingState(state);
          const says = say(known);
          return (
            <span
              key={state}
              title={say(known.provenBy)}
              className={`roll-term roll-tone-${count === 0 ? 'none' : toneOf(state)}`}
            >
              <i aria-hidden="true">{place === 0 ? '=' : '+'}</i>
              <span>
                <b>
                  <CountDoor count={count} says={says} href={href(state)} meeting={meeting} />
                </b>
                <span className="roll-label">{says}</span>
              </span>
            </span>
          );
        })}
      </div>
      <div className="roll-outside">
        <p>
          {outside.length > 0 ? w.outside : null}
          {outside.map(({ state, count }) => (
            <span key={state}>
              {say(standingState(state))}{' '}
              <CountDoor count={count} says={say(standingState(state))} href={href(state)} meeting={meeting} />
            </span>
          ))}
        </p>
        <BooksSign view={view} />
      </div>
    </section>
  );
}

/** Where a number of this grid leads; nowhere for whoever may see numbers only. */
export function useChildrenHref(view: RollCallView, meeting: boolean): (part: RollPart, grid?: string) => string | undefined {
  const mayOpen = holds(useSignedIn(), ['roll.children']);
  const { tree, day, today } = view;
  return (part, grid = view.grid.path) =>
    mayOpen
      ? hrefOf(
          rollChildrenPlace,
          {},
          { tree, grid, part, day: day === today ? undefined : day, meeting: meeting ? ('1' as const) : undefined },
        )
      : undefined;
}

/** ✓ 账平, with what was compared. */
function BooksSign({ view }: { readonly view: RollCallView }) {
  const w = useWords(rollWords);
  const checks = [
    { says: w.checkEquation, holds: view.roll.balanced },
    { says: w.checkLevels, holds: view.levels },
    { says: w.checkTrees, holds: view.treesAgree },
  ].filter((check) => check.holds !== null);
  const sound = checks.every((check) => check.holds);
  const list = (
    <ul className="roll-checks">
      {checks.map((check) => (
        <li key={check.says}>
          <span aria-hidden="true">{check.holds ? '✓' : '✗'}</span> {check.says}
        </li>
      ))}
    </ul>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={list}>
      <button type="button" className={sound ? 'roll-books' : 'roll-books roll-books-wrong'}>
        {sound ? `✓ ${w.balanced}` : `✗ ${w.unbalanced}`}
      </button>
    </Popover>
  );
}

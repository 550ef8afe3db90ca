import { type StandingKey, standingState } from '../../../../kernel/standing';
import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { ChoiceChips } from '../../../../ui/phone/chip';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../../../ui/phone/states';
import { useSaid, useWay } from '../../../../ui/phone/way';
import { momentWords } from '../../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import { ToneChip } from '../../../../ui/shared/mark';
import { numberText } from '../../../../ui/shared/numbers';
import { useSignedIn } from '../../../../ui/shared/server-context';
import { holds } from '../../../../ui/shared/session';
import type { RollCallView } from '../../contract';
import { countOf } from '../../rules/counts';
import { getRollCall } from '../calls';
import { isCounty, useGridName } from '../grid-names';
import { toneOf } from '../state-chip';
import { rollWords } from '../words';
import { childrenHref, rollHref } from './addresses';
import './roll-phone.css';

type Tree = RollCallView['tree'];

/** What is still open in a grid. */
const openStates = ['to-verify', 'unplaced'] as const;

/** 点名 on the phone, in short: how many should be in school, where the others stand, and the grids below. */
export function RollCallScreen() {
  const w = useWords(rollWords);
  const said = useSaid();
  const tree = said.get('tree');
  const query = { grid: said.get('grid') ?? undefined, tree: isTree(tree) ? tree : undefined };
  const { data: view, refused, again } = usePhoneAnswer(getRollCall, { query });
  const nameOf = useGridName();
  const { language } = useLanguage();
  const above = view?.above.slice(-1)[0];
  const title = view === undefined || isCounty(view.grid) ? w.title : w.titleOf(nameOf(view.grid, view.tree));
  return (
    <Screen
      title={title}
      note={view ? w.asOf(momentWords(view.countedAt, view.today, language)) : undefined}
      {...(view && above ? { above: rollHref({ tree: view.tree, grid: above.path }) } : {})}
    >
      {view ? <Called view={view} /> : refused ? <Fault refused={refused} onRetry={again} /> : <Loading />}
    </Screen>
  );
}

function Called({ view }: { readonly view: RollCallView }) {
  const w = useWords(rollWords);
  const say = useSay();
  const { go } = useWay();
  const mayOpen = holds(useSignedIn(), ['roll.children']);
  const { tree, grid, roll } = view;
  const href = (part: string) => (mayOpen ? { href: childrenHref({ tree, grid: grid.path, part }) } : {});
  if (view.span === null) return <Empty says={w.none} />;
  const terms = roll.terms.filter(({ count }) => count !== 0);
  return (
    <>
      {view.trees.length > 1 ? (
        <ChoiceChips<Tree>
          label={w.trees}
          value={tree}
          options={view.trees.map((one) => ({ value: one, says: one === 'area' ? w.byArea : w.bySchool }))}
          onChange={(next) => go(rollHref({ tree: next }), { replace: true })}
        />
      ) : null}
      <RowList>
        <Row title={w.shouldBe} beside={<b className="roll-phone-sum">{numberText(roll.shouldBe)}</b>} {...href('should-be')} />
        {terms.map(({ state, count }) => (
          <Row key={state} title={say(standingState(state))} beside={<Count state={state} count={count} />} {...href(state)} />
        ))}
      </RowList>
      <Below view={view} />
    </>
  );
}

/** The grids below, each with what is still open in it. */
function Below({ view }: { readonly view: RollCallView }) {
  const w = useWords(rollWords);
  const say = useSay();
  const nameOf = useGridName();
  if (view.below.length === 0) return null;
  return (
    <RowList title={w.table}>
      {view.below.map(({ grid, counts }) => (
        <Row
          key={grid.path}
          title={nameOf(grid, view.tree)}
          note={`${w.shouldBe} ${numberText(countOf(counts, 'should-be'))}`}
          beside={openStates
            .filter((state) => countOf(counts, state) > 0)
            .map((state) => (
              <ToneChip key={state} tone={toneOf(state)}>
                {say(standingState(state))} {numberText(countOf(counts, state))}
              </ToneChip>
            ))}
          href={rollHref({ tree: view.tree, grid: grid.path })}
        />
      ))}
    </RowList>
  );
}

function Count({ state, count }: { readonly state: StandingKey; readonly count: number }) {
  return <b className={`roll-phone-${toneOf(state)}`}>{numberText(count)}</b>;
}

function isTree(text: string | null): text is Tree {
  return text === 'area' || text === 'school';
}

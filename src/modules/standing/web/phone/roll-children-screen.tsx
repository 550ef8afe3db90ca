import { standingState, standingStates } from '../../../../kernel/standing';
import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../../../ui/phone/states';
import { Step, useSaid } from '../../../../ui/phone/way';
import { useSay, useWords } from '../../../../ui/shared/language';
import { numberText } from '../../../../ui/shared/numbers';
import type { RollChildrenView, RollPart } from '../../contract';
import { ruleWords } from '../../words';
import { getRollChildren } from '../calls';
import { useGridName } from '../grid-names';
import { StateChip } from '../state-chip';
import { behindWords, rollWords } from '../words';
import { childrenHref, rollHref } from './addresses';
import './roll-phone.css';

/** The children behind a number of the roll call, on the phone. */
export function RollChildrenScreen() {
  const said = useSaid();
  const tree = said.get('tree') === 'school' ? 'school' : 'area';
  const grid = said.get('grid') ?? undefined;
  const part = partOf(said.get('part'));
  const page = Math.max(1, Number(said.get('page')) || 1);
  const { data: view, refused, again } = usePhoneAnswer(getRollChildren, { query: { tree, grid, part, page } });
  const nameOf = useGridName();
  const what = usePartName()(part);
  const title = view ? `${what} ${numberText(view.total)}` : what;
  return (
    <Screen
      title={title}
      note={view ? nameOf(view.grid, view.tree) : undefined}
      above={rollHref({ tree, ...(grid ? { grid } : {}) })}
    >
      {view ? <Children view={view} /> : refused ? <Fault refused={refused} onRetry={again} /> : <Loading />}
    </Screen>
  );
}

function Children({ view }: { readonly view: RollChildrenView }) {
  const w = useWords(behindWords);
  const say = useSay();
  if (view.rows.length === 0) return <Empty says={w.nobody} />;
  return (
    <>
      <RowList>
        {view.rows.map(({ childId, child, state, rule }) => (
          <Row
            key={childId}
            title={child?.name ?? w.moved}
            note={[
              child && [child.school, child.className].filter((part) => part !== '').join(' '),
              child && `${child.township}${child.village}`,
              say(ruleWords[rule]),
            ]
              .filter((text) => text)
              .join(' · ')}
            beside={<StateChip state={state} />}
          />
        ))}
      </RowList>
      <Pages view={view} />
    </>
  );
}

function Pages({ view }: { readonly view: RollChildrenView }) {
  const w = useWords(behindWords);
  const { tree, grid, part, page, size, total } = view;
  const href = (to: number) => childrenHref({ tree, grid: grid.path, part, page: to });
  if (total <= size) return null;
  return (
    <p className="roll-phone-pages">
      {page > 1 ? <Step href={href(page - 1)}>{w.previous}</Step> : <span />}
      <span>{w.page(page, Math.ceil(total / size))}</span>
      {page * size < total ? <Step href={href(page + 1)}>{w.next}</Step> : <span />}
    </p>
  );
}

function usePartName(): (part: RollPart) => string {
  const w = useWords(behindWords);
  const roll = useWords(rollWords);
  const say = useSay();
  return (part) => (part === 'all' ? w.all : part === 'should-be' ? roll.shouldBe : say(standingState(part)));
}

function partOf(text: string | null): RollPart {
  if (text === 'all') return text;
  return standingStates.find(({ key }) => key === text)?.key ?? 'should-be';
}

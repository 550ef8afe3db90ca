import { useAnswer } from '../../../ui/desk/answers';
import { Facts } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { Missing } from '../../../ui/desk/missing';
import { hrefOf } from '../../../ui/desk/place';
import { SidePanel } from '../../../ui/desk/side-panel';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { dueWords, momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { childPlace } from '../../children/web/index';
import type { ItemView } from '../contract';
import { itemStateSays, kindSays, ownerSays, reasonSays } from '../said';
import { getItem } from './calls';
import { ItemChip } from './item-chip';
import { ItemForms } from './item-forms';
import { itemWords } from './item-words';

/** One difference beside the list: what differs, what was done, and what can be done now. */
export function ItemPanel({ open, onClose }: { readonly open: string | undefined; readonly onClose: () => void }) {
  const w = useWords(itemWords);
  const { data, error, refetch } = useAnswer(getItem, { params: { id: open ?? '' } }, { when: open !== undefined });
  const item = open === undefined ? undefined : data;
  const finds = holds(useSignedIn(), ['child.find']);
  return (
    <SidePanel
      open={open !== undefined}
      title={item ? item.name : w.title}
      onClose={onClose}
      actions={
        item && item.childId !== null && finds ? <Door href={hrefOf(childPlace, { id: item.childId })}>{w.openChild}</Door> : null
      }
    >
      {error && !item ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {item ? <Content item={item} /> : error ? null : <LoadingState />}
    </SidePanel>
  );
}

function Content({ item }: { readonly item: ItemView }) {
  const w = useWords(itemWords);
  const say = useSay();
  const { language } = useLanguage();
  return (
    <>
      <Facts
        rows={[
          { says: w.kind, value: say(kindSays[item.kind]) },
          { says: w.reason, value: say(reasonSays[item.reason]) },
          { says: w.school, value: `${item.school} ${item.className}`.trim() },
          { says: w.elsewhere, value: item.elsewhere || <Missing /> },
          { says: w.owner, value: say(ownerSays[item.owner]) },
          { says: w.state, value: <ItemChip item={item} /> },
          {
            says: w.due,
            value: item.closedDay === null ? dueWords(item.dueDay, item.today, language) : w.closedOn(item.closedDay),
          },
          { says: w.month, value: w.months(item.firstMonth, item.lastMonth) },
        ]}
      />
      {item.mayFollow || item.mayAssign ? <ItemForms key={`${item.itemId} ${item.version}`} item={item} /> : null}
      <h3>{w.steps}</h3>
      <ul className="nol-card-lines">
        {item.steps.map((step) => (
          <li key={step.step}>
            <StepWords step={step} today={item.today} />
          </li>
        ))}
      </ul>
    </>
  );
}

type Step = ItemView['steps'][number];

function StepWords({ step, today }: { readonly step: Step; readonly today: string }) {
  const { language } = useLanguage();
  const said = useStepWords();
  return [
    momentWords(step.at, today, language),
    ...(step.by === '' ? [] : [step.by]),
    said(step),
    ...(step.note === '' ? [] : [step.note]),
  ].join(' · ');
}

function useStepWords(): (step: Step) => string {
  const w = useWords(itemWords);
  const say = useSay();
  return ({ act, month, reason, owner, state, present }) => {
    const why = reason === null ? '' : say(reasonSays[reason]);
    if (act === 'found') return w.found(month, why);
    if (act === 'again') return w.again(month, why);
    if (act === 'settled') return w.settled(month, present ?? 0);
    if (act === 'taken-back') return w.takenBack;
    if (act === 'owner') return w.toOwner(owner === null ? '' : say(ownerSays[owner]));
    return w.toState(state === null ? '' : say(itemStateSays[state]));
  };
}

import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { SourceLabel } from '../../../ui/desk/source-label';
import { useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import type { GroupsView } from '../contract';
import { groupOf } from '../rules/groups';
import { groupsPlace } from './places';
import { groupsWords } from './words';

/** Each group with how many children have its mark today, and what it takes to be in it. */
export function GroupCounts({ view }: { readonly view: GroupsView }) {
  const w = useWords(groupsWords);
  const say = useSay();
  return (
    <ul className="groups-kinds" aria-label={w.counts}>
      {view.rows.map(({ group, children, listed }) => (
        <li key={group} className="groups-kind">
          <h2>{say(groupOf(group))}</h2>
          <span className="groups-count">
            {listed && children > 0 ? (
              <Door href={hrefOf(groupsPlace, {}, { group })}>{numberText(children)}</Door>
            ) : (
              numberText(children)
            )}
          </span>
          <ul className="groups-definitions">
            {groupOf(group).definitions.map((one) => (
              <li key={one.key}>
                {say(one)} <SourceLabel source={one.label} /> {say(one.source)}
              </li>
            ))}
            {listed ? null : <li>{w.onlyCount}</li>}
          </ul>
        </li>
      ))}
    </ul>
  );
}

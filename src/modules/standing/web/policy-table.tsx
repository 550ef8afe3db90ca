import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type RuleSource, SourceLabel } from '../../../ui/desk/source-label';
import { useSay, useWords } from '../../../ui/shared/language';
import type { PolicyNumber, PolicyView } from '../contract';
import { isOfRolls, isValidity } from '../rules/policy-numbers';
import { labelSources } from './label-sources';
import type { OtherNumber } from './other-numbers';
import { useValueSays } from './policy-value';
import { numberWords, policyWords } from './policy-words';

type Task = (task: 'edit' | 'confirm', key: PolicyNumber['key']) => void;
type PolicyTableProps = {
  readonly view: PolicyView;
  readonly others: readonly OtherNumber[];
  /** absent where the reader may not set anything */ readonly onTask: Task | undefined;
};

/** The numbers, each with its meaning, its value, whose it is and since when. */
export function PolicyTable({ view, others, onTask }: PolicyTableProps) {
  const w = useWords(policyWords);
  const groups = [
    { says: w.lists, numbers: view.numbers.filter(({ key }) => !isValidity(key) && !isOfRolls(key)) },
    { says: w.absence, numbers: view.numbers.filter(({ key }) => isOfRolls(key)) },
    { says: w.proofs, numbers: view.numbers.filter(({ key }) => isValidity(key)) },
  ];
  const heads = [w.name, w.value, w.whose, w.source, w.since, ...(onTask ? [w.actions] : [])];
  return (
    <table className="policy-table" aria-label={w.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ says, numbers }) => (
        <Group key={says} says={says} width={heads.length}>
          {numbers.map((number) => (
            <NumberRow key={number.key} number={number} onTask={onTask} />
          ))}
        </Group>
      ))}
      {others.length > 0 ? (
        <Group says={w.others} width={heads.length}>
          {others.map((other) => (
            <OtherRow key={other.key} other={other} isWide={onTask !== undefined} />
          ))}
        </Group>
      ) : null}
    </table>
  );
}

function Group({ says, width, children }: { readonly says: string; readonly width: number; readonly children: ReactNode }) {
  return (
    <tbody>
      <tr className="policy-group">
        <th scope="rowgroup" colSpan={width}>
          {says}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

function NumberRow({ number, onTask }: { readonly number: PolicyNumber; readonly onTask: Task | undefined }) {
  const w = useWords(policyWords);
  const say = useSay();
  const valueSays = useValueSays();
  const { key, value, kind, label, confirmed, source, setBy, coming } = number;
  const { name, means } = numberWords[key];
  return (
    <tr>
      <NameCell name={say(name)} means={say(means)} />
      <td className="policy-value">
        {valueSays(kind.kind, value)}
        {coming ? <small>{w.coming(coming.from, valueSays(kind.kind, coming.value))}</small> : null}
      </td>
      <WhoseCell source={labelSources[label]} confirmed={confirmed} />
      <td className="policy-source">{say(source)}</td>
      <td className="policy-since">
        {setBy ? w.fromDay(setBy.from) : w.fromProgram}
        {setBy ? <small>{setBy.name ?? w.somebody}</small> : null}
      </td>
      {onTask ? (
        <td className="policy-tasks">
          {number.newest.confirmed ? null : (
            <Button size="small" aria-label={w.confirmOf(say(name))} onClick={() => onTask('confirm', key)}>
              {w.confirm}
            </Button>
          )}
          {kind.kind === 'for-good' ? null : (
            <Button size="small" aria-label={w.editOf(say(name))} onClick={() => onTask('edit', key)}>
              {w.edit}
            </Button>
          )}
        </td>
      ) : null}
    </tr>
  );
}

function OtherRow({ other, isWide }: { readonly other: OtherNumber; readonly isWide: boolean }) {
  const w = useWords(policyWords);
  const say = useSay();
  return (
    <tr>
      <NameCell name={say(other.name)} means={say(other.means)} />
      <td className="policy-value">{say(other.value)}</td>
      <WhoseCell source={other.whose} confirmed={other.confirmed} />
      <td className="policy-source">{say(other.source)}</td>
      <td className="policy-since">{w.fromProgram}</td>
      {isWide ? <td /> : null}
    </tr>
  );
}

function NameCell({ name, means }: { readonly name: string; readonly means: string }) {
  return (
    <th scope="row">
      {name}
      <small>{means}</small>
    </th>
  );
}

function WhoseCell({ source, confirmed }: { readonly source: RuleSource; readonly confirmed: boolean }) {
  return (
    <td className="policy-whose">
      <SourceLabel source={source} />
      {confirmed ? null : <SourceLabel source="unconfirmed" />}
    </td>
  );
}

import { Button } from 'antd';
import type { Address } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { Loaded } from '../../../ui/desk/loaded';
import { SidePanel } from '../../../ui/desk/side-panel';
import { useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import type { GridHistoryView, OwnerView } from '../contract';
import { gridNames } from '../words';
import { getGrid } from './calls';
import { Facts } from './facts';
import { NameOwnerForm } from './owner-form';
import { OwnerProblemChip } from './owner-problem';
import { OwnerTask } from './owner-task';
import { ownerWords } from './owner-words';
import type { ownersPlace } from './places';
import { commonWords } from './words';

/** What the panel reads from the address and changes there. */
export type OwnersAddress = Address<(typeof ownersPlace)['search']>;

/** One grid beside the list: who answers for it and who did, or the form that is being filled in. */
export function OwnerPanel({ address }: { readonly address: OwnersAddress }) {
  const w = useWords(ownerWords);
  const say = useSay();
  const { open, task } = address.search;
  const answer = useAnswer(getGrid, { query: { path: open ?? '' } }, { when: open !== undefined });
  const grid = open === undefined ? undefined : answer.data;
  const name = grid && say(grid.name);
  return (
    <SidePanel
      open={open !== undefined}
      title={name !== undefined && task === 'name' ? w.nameTitle(name) : name}
      onClose={() => address.change({ open: undefined, task: undefined })}
      actions={
        grid?.changeable && task === undefined ? (
          <Button type="primary" onClick={() => address.change({ task: 'name' })}>
            {w.name}
          </Button>
        ) : null
      }
    >
      <Loaded answers={[answer]}>{grid ? <Content key={grid.path} grid={grid} address={address} /> : null}</Loaded>
    </SidePanel>
  );
}

type GridProps = { readonly grid: GridHistoryView; readonly address: OwnersAddress };

function Content({ grid, address }: GridProps) {
  const { task } = address.search;
  const leave = () => address.change({ task: undefined });
  if (grid.changeable && task === 'name') return <NameOwnerForm grid={grid} onDone={leave} onLeave={leave} />;
  const owner = grid.owners.find(({ id }) => task === `change-${id}` || task === `end-${id}`);
  if (grid.changeable && owner && task) return <OwnerTask task={task} grid={grid} owner={owner} onDone={leave} />;
  return (
    <>
      <Now grid={grid} />
      <History grid={grid} address={address} />
      {grid.problems.length > 0 ? <Problems grid={grid} /> : null}
    </>
  );
}

function Now({ grid }: Pick<GridProps, 'grid'>) {
  const w = useWords(ownerWords);
  const say = useSay();
  const today = useToday();
  const holding = grid.owners.filter((owner) => holdsOn(owner, today));
  const problem = grid.problems.find(({ from, until }) => from <= today && (until === null || until >= today));
  const facts = [
    { says: w.kind, value: say(gridNames[grid.kind]) },
    {
      says: w.now,
      value: (
        <>
          {holding.map(({ name, duty }) => (duty === '' ? name : `${name}（${duty}）`)).join('、')}{' '}
          {problem ? <OwnerProblemChip problem={problem.kind} /> : null}
        </>
      ),
    },
  ];
  return <Facts facts={facts} />;
}

function History({ grid, address }: GridProps) {
  const w = useWords(ownerWords);
  const common = useWords(commonWords);
  return (
    <section className="area-part">
      <div className="area-part-head">
        <h2>{w.history}</h2>
      </div>
      {grid.owners.length === 0 ? (
        <p className="area-quiet">{w.noHistory}</p>
      ) : (
        <table className="area-rows area-owner-rows">
          <thead>
            <tr>
              <th scope="col">{w.person}</th>
              <th scope="col">{w.duty}</th>
              <th scope="col">{common.from}</th>
              <th scope="col">{common.until}</th>
              {grid.changeable ? <td /> : null}
            </tr>
          </thead>
          <tbody>
            {[...grid.owners].reverse().map((owner) => (
              <OwnerRow key={owner.id} owner={owner} grid={grid} address={address} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function OwnerRow({ owner, grid, address }: GridProps & { readonly owner: OwnerView }) {
  const w = useWords(ownerWords);
  const common = useWords(commonWords);
  const { id, name, duty, from, until } = owner;
  const tasks = [{ key: 'change', says: w.change }, ...(until === null ? [{ key: 'end', says: w.end }] : [])];
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{duty}</td>
      <td>{from}</td>
      <td>{until ?? common.unlimited}</td>
      {grid.changeable ? (
        <td className="area-rows-do">
          {tasks.map(({ key, says }) => (
            <button
              key={key}
              type="button"
              className="nol-link"
              aria-label={`${says} ${name}`}
              onClick={() => address.change({ task: `${key}-${id}` })}
            >
              {says}
            </button>
          ))}
        </td>
      ) : null}
    </tr>
  );
}

function Problems({ grid: { problems } }: Pick<GridProps, 'grid'>) {
  const w = useWords(ownerWords);
  const today = useToday();
  return (
    <section className="area-part">
      <div className="area-part-head">
        <h2>{w.problems}</h2>
      </div>
      <ul className="area-problems">
        {problems.map(({ kind, from, until }) => (
          <li key={from}>
            {w.days(from, until === null || until >= today ? w.nowOn : until)} <OwnerProblemChip problem={kind} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function holdsOn({ from, until }: OwnerView, day: string): boolean {
  return from <= day && (until === null || until >= day);
}

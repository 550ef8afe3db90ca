import { EmptyState } from '../../../ui/desk/states';
import { useSay, useWords } from '../../../ui/shared/language';
import type { AreaPreview } from '../contract';
import { changesOf } from './area-import-rows';
import { areaImportWords } from './area-words';
import './fields.css';
import './roll-over.css';
import './area-import.css';

/** As many lines as somebody reads through; whoever has more mends these first. */
const shown = 200;

/** What a table would change, in numbers and line by line; or what is wrong with it, with row and column. */
export function AreaImportPreview({ preview }: { readonly preview: AreaPreview }) {
  const w = useWords(areaImportWords);
  if (preview.problems.length > 0) return <Problems problems={preview.problems} />;
  const changes = changesOf(preview);
  return (
    <>
      <Numbers preview={preview} />
      {preview.reused.length > 0 ? <p className="area-effect area-part">{w.reusedWhy(preview.reused.length)}</p> : null}
      {changes.length === 0 ? <EmptyState says={w.nothing} /> : <Changes changes={changes} />}
    </>
  );
}

function Numbers({ preview }: { readonly preview: AreaPreview }) {
  const w = useWords(areaImportWords);
  const kinds = ['added', 'renamed', 'respelled', 'moved', 'closed', 'reused'] as const;
  // What seldom happens is named when it happens.
  const always: readonly string[] = ['added', 'renamed', 'closed'];
  const numbers = kinds
    .filter((kind) => always.includes(kind) || preview[kind].length > 0)
    .map((kind) => ({ says: w[kind], count: preview[kind].length }));
  return (
    <dl className="area-numbers">
      {[...numbers, { says: w.unchanged, count: preview.unchanged }].map(({ says, count }) => (
        <div key={says}>
          <dt>{says}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

function Changes({ changes }: { readonly changes: ReturnType<typeof changesOf> }) {
  const w = useWords(areaImportWords);
  return (
    <section className="area-part">
      <table className="area-rows">
        <thead>
          <tr>
            <th scope="col">{w.change}</th>
            <th scope="col">{w.code}</th>
            <th scope="col">{w.place}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, shown).map(({ kind, code, name, was }) => (
            <tr key={`${kind}/${code}`}>
              <td>{w[kind]}</td>
              <td>{was?.code === undefined ? code : w.becomes(was.code, code)}</td>
              <th scope="row">{was?.name === undefined ? name : w.becomes(was.name, name)}</th>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > shown ? <p className="area-quiet">{w.more(changes.length - shown)}</p> : null}
    </section>
  );
}

function Problems({ problems }: { readonly problems: AreaPreview['problems'] }) {
  const w = useWords(areaImportWords);
  const say = useSay();
  return (
    <section>
      <h2 className="area-task-title">{w.problems(problems.length)}</h2>
      <p className="area-quiet">{w.problemsWhy}</p>
      <table className="area-rows area-part">
        <thead>
          <tr>
            <th scope="col">{w.row}</th>
            <th scope="col">{w.column}</th>
            <th scope="col">{w.value}</th>
            <th scope="col">{w.says}</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, shown).map((problem) => (
            <tr key={`${problem.row}/${problem.code}`}>
              <th scope="row">{problem.row === 0 ? w.wholeTable : problem.row}</th>
              <td>{problem.column}</td>
              <td>{problem.value}</td>
              <td>{say(problem)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > shown ? <p className="area-quiet">{w.more(problems.length - shown)}</p> : null}
    </section>
  );
}

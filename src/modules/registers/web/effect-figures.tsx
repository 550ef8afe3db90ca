import { useSay, useWords } from '../../../ui/shared/language';
import type { EffectView } from '../contract';
import { checkStepWords, effectStepWords } from './step-words';

/** 新增 · 更新 · 不变 · 移出, before and after, and what changes of the rows that change. */
export function EffectFigures({ effect }: { readonly effect: EffectView }) {
  const w = useWords(effectStepWords);
  const { count } = useWords(checkStepWords);
  const say = useSay();
  const figures = [
    { key: 'fresh', says: w.fresh, rows: effect.fresh },
    { key: 'changed', says: w.changed, rows: effect.changed },
    { key: 'unchanged', says: w.unchanged, rows: effect.unchanged },
    { key: 'gone', says: w.gone, rows: effect.gone },
    { key: 'before', says: w.before, rows: effect.before },
    { key: 'after', says: w.after, rows: effect.after },
  ];
  return (
    <>
      <dl className="nol-import-figures">
        {figures.map(({ key, says, rows }) => (
          <div key={key} className={`nol-import-figure nol-import-figure-${key === 'gone' && rows > 0 ? 'notice' : key}`}>
            <dt>{says}</dt>
            <dd>{count(rows)}</dd>
          </div>
        ))}
      </dl>
      {effect.before === 0 ? <p>{w.first}</p> : null}
      {effect.fields.length > 0 ? (
        <p>
          {w.fields}：{effect.fields.map((field) => `${say(field)} ${count(field.rows)}`).join('，')}
        </p>
      ) : null}
    </>
  );
}

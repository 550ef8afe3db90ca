import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import type { PolicyVersionView, PolicyView } from '../contract';
import { kindOf } from '../rules/policy-numbers';
import { useValueSays } from './policy-value';
import { numberWords, policyWords } from './policy-words';

/** Every decision about the numbers, the newest first; none is ever taken away. */
export function PolicyHistory({ view }: { readonly view: PolicyView }) {
  const w = useWords(policyWords);
  return (
    <section className="policy-history" aria-labelledby="policy-history">
      <h2 id="policy-history">{w.history}</h2>
      {view.versions.length === 0 ? <p className="policy-quiet">{w.noHistory}</p> : null}
      <ol>
        {view.versions.map((version) => (
          <Decision key={version.version} version={version} today={view.today} />
        ))}
      </ol>
    </section>
  );
}

function Decision({ version, today }: { readonly version: PolicyVersionView; readonly today: string }) {
  const w = useWords(policyWords);
  const say = useSay();
  const { language } = useLanguage();
  const valueSays = useValueSays();
  const by = w.decidedBy(version.setBy ?? w.somebody, momentWords(version.setAt, today, language));
  return (
    <li>
      <b>{w.version(version.version, version.from)}</b> <span className="policy-quiet">{by}</span>
      <p>
        {version.document} · {version.reason}
      </p>
      <ul>
        {version.changes.map(({ key, before, after }) => {
          const name = say(numberWords[key].name);
          const { kind } = kindOf(key);
          const to = valueSays(kind, after);
          return <li key={key}>{before === after ? w.kept(name, to) : w.changed(name, valueSays(kind, before), to)}</li>;
        })}
      </ul>
    </li>
  );
}

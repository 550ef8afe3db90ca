import type { z } from 'zod';
import { useAnswer } from '../../../ui/desk/answers';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { dayWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import type { CurrentView } from '../contract';
import { type RegisterKind, registerKinds } from '../rules/register';
import { kindWords } from '../words';
import { getCurrent } from './calls';
import { batchPlace, registersPlace } from './places';
import { listWords } from './words';

/** What counts today: of each kind the day it speaks for and its rows, a door to the batch it came with. */
export function CurrentStrip() {
  const w = useWords(listWords);
  const say = useSay();
  const answer = useAnswer(getCurrent, {});
  return (
    <section aria-label={w.current} className="nol-current">
      <h2>{w.current}</h2>
      {answer.error && !answer.data ? <p role="alert">{say(answer.error.says)}</p> : null}
      <dl className="nol-import-figures" aria-busy={answer.isPending}>
        {registerKinds.map((kind) => (
          <div key={kind} className="nol-import-figure">
            <dt>{say(kindWords[kind])}</dt>
            <dd>{answer.data ? <Current kind={kind} rows={answer.data.rows.filter((row) => row.kind === kind)} /> : ' '}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type CurrentProps = { readonly kind: RegisterKind; readonly rows: z.infer<typeof CurrentView>['rows'] };

/** One kind: the day it speaks for and its rows, or that there is none yet. */
export function Current({ kind, rows }: CurrentProps) {
  const today = useToday();
  const w = useWords(listWords);
  const { language } = useLanguage();
  const county = rows.find(({ unit }) => unit.tree === 'county');
  const schools = rows.filter(({ unit }) => unit.tree === 'school');
  const [only] = schools;
  if (!county && !only) return w.none;
  const one = county ?? (schools.length === 1 ? only : undefined);
  const rest = schools.length - (one && !county ? 1 : 0);
  return (
    <>
      {one ? (
        <Door href={hrefOf(batchPlace, { id: one.batchId })}>
          {w.rows(one.rows)} · {dayWords(one.asOf, today, language)}
        </Door>
      ) : null}
      {rest > 0 ? (
        <Door href={hrefOf(registersPlace, {}, { kind, state: 'committed' })}>
          {county ? w.schools(rest) : w.onlySchools(rest)}
        </Door>
      ) : null}
    </>
  );
}

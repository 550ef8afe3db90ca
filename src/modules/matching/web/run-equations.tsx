import { useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { numberText } from '../../../ui/shared/numbers';
import type { ListBalance, RunView } from '../contract';
import { type Finding, findings } from '../rules/finding-names';
import { type Listed, listedKinds, terms } from '../rules/terms';
import { FindingDoor } from './finding-door';
import { comparisonWords, kindWords } from './words';

/** Of each list its rows as a sum: children by what was found of them, and rows that are no further child. */
export function RunEquations({ run }: { readonly run: RunView }) {
  return (
    <>
      {listedKinds.map((kind) =>
        run.equation[kind].rows > 0 ? <Equation key={kind} run={run} kind={kind} balance={run.equation[kind]} /> : null,
      )}
    </>
  );
}

type EquationProps = { readonly run: RunView; readonly kind: Listed; readonly balance: ListBalance };

function Equation({ run, kind, balance }: EquationProps) {
  const w = useWords(comparisonWords);
  const say = useSay();
  const list = say(kindWords[kind]);
  const { begun, ended } = run.changes;
  // What nobody has is no term, unless somebody had it a comparison ago.
  const found = terms[kind].filter((finding) => balance.children[finding] || begun[finding] || ended[finding]);
  const others = [
    { key: 'repeated', says: w.repeated, rows: balance.repeated },
    { key: 'grownUp', says: w.grownUp, rows: balance.grownUp },
    { key: 'nobody', says: w.nobody, rows: balance.nobody },
  ].filter(({ rows }) => rows > 0);
  return (
    <section className="nol-equation" aria-label={w.equation(list)}>
      <h2>
        {w.equation(list)} <Balanced balance={balance} />
      </h2>
      {balance.balanced ? null : (
        <p role="alert" className="nol-equation-broken">
          {w.brokenBy(list, balance.rows, sumOf(balance))}
        </p>
      )}
      <div className="nol-equation-terms">
        <div className="nol-term nol-term-sum">
          <span className="nol-term-number">{numberText(balance.rows)}</span>
          <span className="nol-term-says">{w.rows}</span>
        </div>
        {found.map((finding, place) => (
          <Term key={finding} run={run} finding={finding} count={balance.children[finding] ?? 0} sign={place === 0 ? '=' : '+'} />
        ))}
        {others.map(({ key, says, rows }) => (
          <div key={key} className="nol-term" data-sign="+">
            <span className="nol-term-number">{numberText(rows)}</span>
            <span className="nol-term-says">{says}</span>
          </div>
        ))}
      </div>
    </section>
  );
}

type TermProps = { readonly run: RunView; readonly finding: Finding; readonly count: number; readonly sign: string };

function Term({ run, finding, count, sign }: TermProps) {
  const say = useSay();
  const { begun, ended } = run.changes;
  return (
    <div className="nol-term" data-sign={sign}>
      <span className="nol-term-number">
        <FindingDoor run={run} finding={finding} count={count} />
      </span>
      <span className="nol-term-says">{say(findings[finding])}</span>
      {run.runNo > 1 ? (
        <span className="nol-term-change">
          {begun[finding] ? (
            <FindingDoor run={run} finding={finding} count={begun[finding]} change="begun" says={`+${begun[finding]}`} />
          ) : null}
          {ended[finding] ? (
            <FindingDoor run={run} finding={finding} count={ended[finding]} change="ended" says={`−${ended[finding]}`} />
          ) : null}
        </span>
      ) : null}
    </div>
  );
}

/** ✓ 账平, or which list breaks it. */
export function Balanced({ balance }: { readonly balance: Pick<ListBalance, 'balanced'> }) {
  const w = useWords(comparisonWords);
  if (balance.balanced)
    return (
      <ToneChip tone="calm" shape="tick">
        {w.balances}
      </ToneChip>
    );
  return (
    <ToneChip tone="urgent" shape="bang">
      {w.broken}
    </ToneChip>
  );
}

function sumOf({ children, repeated, grownUp, nobody }: ListBalance): number {
  return Object.values(children).reduce((sum, count) => sum + count, 0) + repeated + grownUp + nobody;
}

import { useAnswer } from '../../ui/desk/answers';
import { useSay, useWords } from '../../ui/shared/language';
import { type DemoAccount, demoAccounts } from '../../ui/shared/session';
import { signInWords } from './sign-in-words';

type DemoAccountsProps = {
  readonly chosen: DemoAccount | undefined;
  readonly onChoose: (account: DemoAccount) => void;
};

/** The printed accounts of the county of fictional people: one click fills in both fields. Absent where there are none. */
export function DemoAccounts({ chosen, onChoose }: DemoAccountsProps) {
  const { data } = useAnswer(demoAccounts, {});
  const say = useSay();
  const w = useWords(signInWords);
  if (!data || data.rows.length === 0) return null;
  return (
    <section className="nol-demo-accounts" aria-labelledby="demo-title">
      <h2 id="demo-title">{w.demoTitle}</h2>
      <p className="nol-sign-in-why">{w.demoWhy}</p>
      <ul>
        {data.rows.map((account) => (
          <li key={account.login}>
            <button type="button" aria-pressed={account === chosen} onClick={() => onChoose(account)}>
              <span>{say(account.says)}</span>
              <code>{account.login}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

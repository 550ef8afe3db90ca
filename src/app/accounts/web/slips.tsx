import { Alert, App, Button, QRCode } from 'antd';
import { useMemo } from 'react';
import { PageHead } from '../../../ui/desk/page-head';
import { chinaDay } from '../../../ui/shared/dates';
import { useWords } from '../../../ui/shared/language';
import type { Slip } from './calls';
import { accountWords, slipWords } from './words';
import './slips.css';

type SlipsProps = {
  readonly slips: readonly Slip[];
  /** Where the way out leads, when that is not the accounts. */
  readonly leave?: string;
  readonly onLeave: () => void;
};

/** Slips with invitations, one a person, to be printed; they are nowhere else, and gone when this is left. */
export function Slips({ slips, leave, onLeave }: SlipsProps) {
  const w = useWords(slipWords);
  const ordered = useMemo(
    () => [...slips].sort((one, other) => one.unit.localeCompare(other.unit, 'zh') || one.name.localeCompare(other.name, 'zh')),
    [slips],
  );
  const actions = (
    <>
      <Button onClick={onLeave}>{leave ?? w.back}</Button>{' '}
      <Button type="primary" onClick={() => window.print()}>
        {w.print}
      </Button>
    </>
  );
  return (
    <>
      <PageHead title={w.title} actions={actions} />
      <Alert className="nol-slips-once" type="warning" showIcon title={w.once(slips.length)} />
      <ul className="nol-slips">
        {ordered.map((slip) => (
          <SlipCard key={slip.login} slip={slip} />
        ))}
      </ul>
    </>
  );
}

function SlipCard({ slip }: { readonly slip: Slip }) {
  const w = useWords(slipWords);
  const account = useWords(accountWords);
  return (
    <li className="nol-slip">
      <div>
        <h2>
          {slip.name}
          <span>{slip.unit}</span>
        </h2>
        <p>
          {account.login}：<b>{slip.login}</b>
        </p>
        <p className="nol-slip-code">{slip.code}</p>
        <CopyButton code={slip.code} />
        <p className="nol-slip-how">{w.how}</p>
        <p className="nol-slip-how">{w.until(chinaDay(Date.parse(slip.expiresAt)))}</p>
      </div>
      {/* The same stands beside it as text. */}
      <div aria-hidden="true">
        <QRCode value={`${location.origin}/m${slip.path}`} type="svg" size={112} bordered={false} color="black" bgColor="white" />
      </div>
    </li>
  );
}

/** Takes the code along, where the browser lets a page do so: only over https or on the machine itself. */
function CopyButton({ code }: { readonly code: string }) {
  const w = useWords(slipWords);
  const { message } = App.useApp();
  const copy = () => {
    const allowed = navigator.clipboard?.writeText(code) ?? Promise.reject(new Error('no clipboard'));
    allowed.then(
      () => void message.success(w.copied),
      () => void message.info(w.notCopied),
    );
  };
  return (
    <Button size="small" className="nol-slip-copy" onClick={copy}>
      {w.copy}
    </Button>
  );
}

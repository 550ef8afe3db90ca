import { Alert, Button, QRCode } from 'antd';
import { useMemo } from 'react';
import { PageHead } from '../../../ui/desk/page-head';
import { chinaDay } from '../../../ui/shared/dates';
import { useWords } from '../../../ui/shared/language';
import type { Slip } from './calls';
import { accountWords, slipWords } from './words';
import './slips.css';

/** Slips with invitations, one a person, to be printed; they are nowhere else, and gone when this is left. */
export function Slips({ slips, onLeave }: { readonly slips: readonly Slip[]; readonly onLeave: () => void }) {
  const w = useWords(slipWords);
  const ordered = useMemo(
    () => [...slips].sort((one, other) => one.unit.localeCompare(other.unit, 'zh') || one.name.localeCompare(other.name, 'zh')),
    [slips],
  );
  const actions = (
    <>
      <Button onClick={onLeave}>{w.back}</Button>{' '}
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

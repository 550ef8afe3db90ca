import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAnswer } from '../../../ui/desk/answers';
import { Card, Facts } from '../../../ui/desk/blocks';
import { Loaded } from '../../../ui/desk/loaded';
import { PageHead } from '../../../ui/desk/page-head';
import { calendarWords, chinaDay } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { ChangePasswordDialog } from '../../desk/change-password-dialog';
import { AuthenticatorDialog } from './authenticator-dialog';
import { getOwn, type Own } from './calls';
import { CodesDialog } from './codes-dialog';
import { DeviceList } from './device-list';
import { ownWords } from './own-words';
import { useMay } from './use-may';
import './me.css';

type Dialog = 'password' | 'authenticator' | 'codes';

/** 我的账号: who one is here, and what one keeps the account safe with. */
export function MePage() {
  const answer = useAnswer(getOwn, {});
  const w = useWords(ownWords);
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => {
    setDialog(undefined);
    void answer.refetch();
  };
  return (
    <>
      <PageHead title={w.title} />
      <Loaded answers={[answer]}>
        {answer.data ? (
          <div className="nol-me">
            <OwnFacts own={answer.data} />
            <OwnSafety own={answer.data} onOpen={setDialog} />
            <DeviceList />
          </div>
        ) : null}
      </Loaded>
      <ChangePasswordDialog open={dialog === 'password'} onClose={close} />
      <AuthenticatorDialog open={dialog === 'authenticator'} confirms={answer.data?.secondFactor ?? false} onClose={close} />
      <CodesDialog open={dialog === 'codes'} onClose={close} />
    </>
  );
}

function OwnFacts({ own }: { readonly own: Own }) {
  const w = useWords(ownWords);
  const say = useSay();
  return (
    <Card title={`${own.name}（${own.login}）`} beside={own.unit}>
      <h3 className="nol-me-title">{w.roles}</h3>
      {own.grants.length === 0 ? <p>{w.noRoles}</p> : null}
      <ul>
        {own.grants.map((grant) => (
          <li key={`${grant.role} ${grant.path} ${grant.fromDay}`} className="nol-me-role">
            <b>{say(grant.says)}</b> {grant.place} <span>{w.days(grant.fromDay, grant.untilDay)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OwnSafety({ own, onOpen }: { readonly own: Own; readonly onOpen: (dialog: Dialog) => void }) {
  const w = useWords(ownWords);
  const { language } = useLanguage();
  const { today } = useMay();
  const setAt = own.passwordSetAt === null ? undefined : calendarWords(chinaDay(Date.parse(own.passwordSetAt)), today, language);
  const rows: { says: string; value: ReactNode }[] = [
    {
      says: w.password,
      value: (
        <Line does={setAt === undefined ? undefined : w.changePassword} onDo={() => onOpen('password')}>
          {setAt === undefined ? w.noPassword : w.setAt(setAt)} {own.passwordOld ? w.old : null}
        </Line>
      ),
    },
    {
      says: w.authenticator,
      value: (
        <Line does={own.secondFactor ? w.rebind : w.bind} onDo={() => onOpen('authenticator')}>
          {own.secondFactor ? w.bound : w.unbound}
        </Line>
      ),
    },
  ];
  if (own.secondFactor) {
    const codes = (
      <Line does={w.newCodes} onDo={() => onOpen('codes')}>
        {w.codesLeft(own.recoveryCodesLeft)}
      </Line>
    );
    rows.push({ says: w.codes, value: codes });
  }
  return (
    <Card title={w.safety}>
      <Facts rows={rows} />
    </Card>
  );
}

type LineProps = { readonly does: string | undefined; readonly onDo: () => void; readonly children: ReactNode };

function Line({ does, onDo, children }: LineProps) {
  return (
    <span className="nol-me-line">
      <span>{children}</span>
      {does === undefined ? null : <Button onClick={onDo}>{does}</Button>}
    </span>
  );
}

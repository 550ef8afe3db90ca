import { Alert, Button } from 'antd';
import { useAnswer } from '../../ui/desk/answers';
import { useSay, useWords } from '../../ui/shared/language';
import { getSetup, type Session } from '../../ui/shared/session';
import { useOidcBegin } from '../../ui/shared/use-arrival';
import { useSending } from '../../ui/shared/use-sending';
import { signInWords } from './sign-in-words';

/** The other ways in: another provider where there is one, an invitation, and the setup of a county that nobody is in yet. */
export function OtherWays({ session }: { readonly session: Session }) {
  const w = useWords(signInWords);
  const setup = useAnswer(getSetup, {}, { when: !session.demo });
  const oidc = session.signedIn ? null : session.oidc;
  return (
    <>
      {oidc === null ? null : <OidcButton name={oidc} />}
      <p className="nol-sign-in-ways">
        <a href="/invitation">{w.haveInvitation}</a>
      </p>
      {setup.data?.open ? (
        <Alert type="info" showIcon title={w.setupOpen} description={<a href="/setup">{w.toSetup}</a>} role="status" />
      ) : null}
    </>
  );
}

function OidcButton({ name }: { readonly name: string }) {
  const say = useSay();
  const w = useWords(signInWords);
  const { send, busy, refused } = useSending<undefined>(useOidcBegin(false));
  return (
    <>
      <Button block className="nol-sign-in-oidc" loading={busy} onClick={() => void send(undefined)}>
        {w.oidc(name)}
      </Button>
      {refused ? <Alert type="error" showIcon title={say(refused.says)} role="alert" /> : null}
    </>
  );
}

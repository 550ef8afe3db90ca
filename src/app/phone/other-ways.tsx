import { Button } from '../../ui/phone/button';
import { useSay, useWords } from '../../ui/shared/language';
import type { Session } from '../../ui/shared/session';
import { useOidcBegin } from '../../ui/shared/use-arrival';
import { useSending } from '../../ui/shared/use-sending';
import { phoneWords } from './words';

/** The other ways in: another provider where there is one, and an invitation. */
export function OtherWays({ session }: { readonly session: Session }) {
  const w = useWords(phoneWords);
  const oidc = session.signedIn ? null : session.oidc;
  return (
    <>
      {oidc === null ? null : <OidcButton name={oidc} />}
      <p>
        <a className="ph-button ph-button-quiet ph-link-button" href="/m/invitation">
          {w.haveInvitation}
        </a>
      </p>
    </>
  );
}

function OidcButton({ name }: { readonly name: string }) {
  const say = useSay();
  const w = useWords(phoneWords);
  const { send, busy, refused } = useSending<undefined>(useOidcBegin(true));
  return (
    <>
      {refused ? (
        <p className="ph-refused" role="alert">
          {say(refused.says)}
        </p>
      ) : null}
      <Button busy={busy} onClick={() => void send(undefined)}>
        {w.oidc(name)}
      </Button>
    </>
  );
}

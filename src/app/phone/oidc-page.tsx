import { Screen } from '../../ui/phone/screen';
import { Fault, Loading } from '../../ui/phone/states';
import { useWords } from '../../ui/shared/language';
import { useOidcReturn } from '../../ui/shared/use-arrival';
import { phoneWords } from './words';

/** Where another provider of identities sends people back to. */
export function OidcPage() {
  const w = useWords(phoneWords);
  const refused = useOidcReturn(true);
  return (
    <div className="ph-page">
      <Screen title={w.signIn}>
        {refused ? <Fault refused={refused} /> : <Loading />}
        {refused ? (
          <p>
            <a className="ph-button ph-button-plain ph-link-button" href="/m/">
              {w.backToSignIn}
            </a>
          </p>
        ) : null}
      </Screen>
    </div>
  );
}

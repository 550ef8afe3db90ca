import { useContext, useState } from 'react';
import { useBox } from '../../ui/outbox/context';
import { useBigText } from '../../ui/phone/big-text';
import { Row, RowList } from '../../ui/phone/row';
import { Count, Screen } from '../../ui/phone/screen';
import { SwitchRow } from '../../ui/phone/switch-row';
import { useLanguage, useSay, useWords } from '../../ui/shared/language';
import { isRefused, type Refused } from '../../ui/shared/refused';
import { useChooseLanguage, useSignedIn } from '../../ui/shared/server-context';
import { ownWords } from '../accounts/web/own-words';
import { Leave } from './leave';
import { outboxWords } from './outbox-words';
import { TabsLeft } from './tabs';
import { phoneWords } from './words';

/** Who one is here, the size of the letters, the language, the way out. */
export function MePage() {
  const { user, grants } = useSignedIn();
  const w = useWords(phoneWords);
  const own = useWords(ownWords);
  const o = useWords(outboxWords);
  const say = useSay();
  const left = useContext(TabsLeft);
  const { big, setBig } = useBigText();
  const { language } = useLanguage();
  const choose = useChooseLanguage();
  const waiting = useBox().entries.length;
  const [refused, setRefused] = useState<Refused>();
  const attempt = (work: Promise<void>) => {
    work.catch((error: unknown) => {
      if (!isRefused(error)) throw error;
      setRefused(error);
    });
  };
  return (
    <Screen title={user.name} note={user.unit}>
      {refused ? (
        <p className="ph-refused" role="alert">
          {say(refused.says)}
        </p>
      ) : null}
      {left.length === 0 ? null : (
        <RowList title={w.more}>
          {left.map(({ href, says, useCount }) => (
            <Row key={href} title={says} href={href} beside={useCount ? <Count useCount={useCount} /> : null} />
          ))}
        </RowList>
      )}
      <RowList>
        <Row title={o.title} href="/m/outbox" beside={waiting === 0 ? undefined : o.row(waiting)} />
      </RowList>
      <RowList title={w.roles}>
        {[...new Set(grants.map((grant) => say(grant.says)))].map((role) => (
          <Row key={role} title={role} />
        ))}
      </RowList>
      <RowList title={w.safety}>
        <Row title={own.changePassword} href="/m/me/password" />
        <Row title={own.authenticator} href="/m/me/authenticator" />
        <Row title={own.codes} href="/m/me/codes" />
        <Row title={own.devices} href="/m/me/devices" />
      </RowList>
      <RowList title={w.settings}>
        <SwitchRow title={w.bigText} note={w.bigTextNote} on={big} onChange={setBig} />
        <Row title={w.language} note={w.languageNote} onClick={() => attempt(choose(language === 'zh' ? 'en' : 'zh'))} />
      </RowList>
      <Leave attempt={attempt} />
    </Screen>
  );
}

import { usePhoneAnswer } from '../../ui/phone/answers';
import { Button } from '../../ui/phone/button';
import { Row, RowList } from '../../ui/phone/row';
import { Screen } from '../../ui/phone/screen';
import { Fault, Loading } from '../../ui/phone/states';
import { momentWords } from '../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../ui/shared/language';
import { useCall, useSignedIn } from '../../ui/shared/server-context';
import { useSending } from '../../ui/shared/use-sending';
import { endDevice, getDevices } from '../accounts/web/calls';
import { ownWords } from '../accounts/web/own-words';

/** 登录设备: where one is signed in, and the way to sign out elsewhere. */
export function DevicesPage() {
  const w = useWords(ownWords);
  const say = useSay();
  const call = useCall();
  const { language } = useLanguage();
  const { today } = useSignedIn();
  const { data, refused, again } = usePhoneAnswer(getDevices, {});
  const ending = useSending(async (id: string) => {
    await call(endDevice, { params: { id } });
    again();
  });
  return (
    <Screen title={w.devices} note={w.devicesWhy} above="/m/me">
      {refused ? <Fault refused={refused} onRetry={again} /> : null}
      {ending.refused ? (
        <p className="ph-refused" role="alert">
          {say(ending.refused.says)}
        </p>
      ) : null}
      {data || refused ? null : <Loading />}
      <RowList>
        {(data?.rows ?? []).map(({ id, device, source, seenAt, current }) => (
          <Row
            key={id}
            title={device}
            note={`${source} · ${momentWords(seenAt, today, language)}`}
            beside={
              current ? (
                w.thisOne
              ) : (
                <Button kind="quiet" busy={ending.busy} onClick={() => void ending.send(id)}>
                  {w.end}
                </Button>
              )
            }
          />
        ))}
      </RowList>
    </Screen>
  );
}

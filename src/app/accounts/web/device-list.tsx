import { Button } from 'antd';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { Loaded } from '../../../ui/desk/loaded';
import { useTell } from '../../../ui/desk/tell';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { endDevice, getDevices } from './calls';
import { ownWords } from './own-words';
import { useMay } from './use-may';

const renews = [getDevices];

/** 登录设备: where one is signed in, and the way to sign out elsewhere. */
export function DeviceList() {
  const w = useWords(ownWords);
  const answer = useAnswer(getDevices, {});
  return (
    <Card title={w.devices}>
      <p className="nol-me-why">{w.devicesWhy}</p>
      <Loaded answers={[answer]} rows={3}>
        <Devices rows={answer.data?.rows ?? []} />
      </Loaded>
    </Card>
  );
}

type Rows = NonNullable<(typeof getDevices)['shapes']>['answer']['rows'];

function Devices({ rows }: { readonly rows: Rows }) {
  const w = useWords(ownWords);
  const { language } = useLanguage();
  const { today } = useMay();
  return (
    <table className="nol-me-devices">
      <thead>
        <tr>
          <th scope="col">{w.device}</th>
          <th scope="col">{w.source}</th>
          <th scope="col">{w.since}</th>
          <th scope="col">{w.seen}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, device, source, createdAt, seenAt, current }) => (
          <tr key={id}>
            <td>{device}</td>
            <td>{source}</td>
            <td>{momentWords(createdAt, today, language)}</td>
            <td>{momentWords(seenAt, today, language)}</td>
            <td>{current ? w.thisOne : <EndButton id={id} device={device} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EndButton({ id, device }: { readonly id: string; readonly device: string }) {
  const w = useWords(ownWords);
  const tell = useTell();
  const { run, busy } = useAction(endDevice, { renews });
  const end = async () => {
    try {
      await run({ params: { id } });
      tell.done(w.ended);
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return (
    <Button size="small" loading={busy} aria-label={w.endOf(device)} onClick={() => void end()}>
      {w.end}
    </Button>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { useGo } from '../../../ui/desk/address';
import { useAction } from '../../../ui/desk/answers';
import { hrefOf } from '../../../ui/desk/place';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { useTell } from '../../../ui/desk/tell';
import { useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { ProgressView } from '../contract';
import { closeCampaign, getCampaigns, getCounts, getProgress, remindOwners, signSchool } from './desk-calls';
import { deskWords } from './desk-words';
import { samplesPlace, targetsPlace } from './places';

const renews = [getProgress, getCampaigns, getCounts];
const reasons = [
  { value: '已经查完', says: { zh: '已经查完', en: 'Everything is answered' } },
  {
    value: '期限已到，没填的另行跟进',
    says: { zh: '期限已到，没填的另行跟进', en: 'Its day is over; the rest is followed elsewhere' },
  },
  { value: '发起有误，重新发起', says: { zh: '发起有误，重新发起', en: 'Started by mistake' } },
];

/** What can be done with a campaign now: look at its children, sign, remind, sample, close. */
export function CampaignActions({ view, county }: { readonly view: ProgressView; readonly county: boolean }) {
  const w = useWords(deskWords);
  const go = useGo();
  const decides = holds(useSignedIn(), ['screening.decide']);
  const id = view.campaignId;
  const open = view.phase !== 'closed';
  const list = hrefOf(targetsPlace, { id }, county ? {} : { grid: view.grid });
  return (
    <>
      {view.maySign && open && (view.signed === null || view.changed > 0) ? <Sign view={view} /> : null}
      {view.mayRun && open ? <Remind view={view} county={county} /> : null}
      <Button onClick={() => go(list)}>{w.targets}</Button>
      {decides ? <Button onClick={() => go(hrefOf(samplesPlace, { id }))}>{w.samples}</Button> : null}
      {view.mayRun && open && county ? <Close view={view} /> : null}
    </>
  );
}

function Sign({ view }: { readonly view: ProgressView }) {
  const w = useWords(deskWords);
  const tell = useTell();
  const { run, busy } = useAction(signSchool, { renews });
  const sign = async () => {
    try {
      await run({ params: { id: view.campaignId }, body: { path: view.grid } });
      tell.done(w.signed);
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return (
    <Button type="primary" loading={busy} onClick={() => void sign()}>
      {w.sign}
    </Button>
  );
}

function Remind({ view, county }: { readonly view: ProgressView; readonly county: boolean }) {
  const w = useWords(deskWords);
  const tell = useTell();
  const { run, busy } = useAction(remindOwners, { renews });
  if (view.sum.open === 0) return null;
  const remind = async () => {
    try {
      const { grids } = await run({ params: { id: view.campaignId }, body: county ? {} : { grid: view.grid } });
      tell.done(w.reminded(grids));
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return (
    <Button loading={busy} onClick={() => void remind()}>
      {w.remind}
    </Button>
  );
}

function Close({ view }: { readonly view: ProgressView }) {
  const w = useWords(deskWords);
  const tell = useTell();
  const [asking, setAsking] = useState(false);
  const { run } = useAction(closeCampaign, { renews });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{w.close}</Button>
      <ReasonDialog
        open={asking}
        title={w.closeTitle(view.sum.open)}
        reasons={reasons}
        submit={w.close}
        onSubmit={async (reason) => {
          await run({ params: { id: view.campaignId }, body: { reason, version: view.version } });
          setAsking(false);
          tell.done(w.closed);
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

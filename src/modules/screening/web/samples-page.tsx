import { Button, InputNumber, Radio } from 'antd';
import { useId, useState } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { Door } from '../../../ui/desk/door';
import { Missing } from '../../../ui/desk/missing';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { useTell } from '../../../ui/desk/tell';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { useToday } from '../../../ui/shared/server-context';
import type { ProgressView } from '../contract';
import type { RecallRequest, SampleView } from '../sample-contract';
import { drawSample, getProgress, getSamples, getTargets, recallTarget } from './desk-calls';
import { deskWords, sampleWords } from './desk-words';
import { campaignPlace, campaignsPlace, samplesPlace, targetsPlace } from './places';
import { answerText, whereOf } from './words';
import './screening-desk.css';

/** 抽查: answered children drawn by lot and asked about again. */
export function SamplesPage() {
  const w = useWords(sampleWords);
  const d = useWords(deskWords);
  const { params } = useAddress(samplesPlace);
  const id = params.id ?? '';
  const campaign = useAnswer(getProgress, { params: { id }, query: {} }).data;
  const { data, error, refetch } = useAnswer(getSamples, { params: { id } });
  const above = [
    { says: d.list, href: hrefOf(campaignsPlace) },
    ...(campaign ? [{ says: campaign.name, href: hrefOf(campaignPlace, { id }) }] : []),
  ];
  const mayCall = campaign?.mayRun === true && (campaign.phase === 'running' || campaign.phase === 'late');
  return (
    <>
      <PageHead title={w.title} above={above} help={{ says: w.help, source: 'system' }} />
      {campaign?.mayRun ? <Draw id={id} campaign={campaign} /> : null}
      {error && !data ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState /> : null}
      {data?.rows.length === 0 ? <EmptyState says={w.none} /> : null}
      {data?.rows.map((sample) => (
        <Sample key={sample.sampleId} id={id} sample={sample} mayCall={mayCall} />
      ))}
    </>
  );
}

function Draw({ id, campaign }: { readonly id: string; readonly campaign: ProgressView }) {
  const w = useWords(sampleWords);
  const tell = useTell();
  const field = useId();
  const [size, setSize] = useState(20);
  const { run, busy } = useAction(drawSample, { renews: [getSamples] });
  const draw = async () => {
    try {
      const drawn = await run({ params: { id }, body: { size } });
      tell.done(w.drawn(drawn.size));
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return (
    <div className="nol-screening-draw">
      <label htmlFor={field}>{w.size}</label>
      <InputNumber id={field} min={1} max={500} value={size} onChange={(value) => setSize(value ?? 1)} />
      <Button type="primary" loading={busy} disabled={campaign.sum.answered === 0} onClick={() => void draw()}>
        {w.draw}
      </Button>
    </div>
  );
}

function Sample({ id, sample, mayCall }: { readonly id: string; readonly sample: SampleView; readonly mayCall: boolean }) {
  const w = useWords(sampleWords);
  const d = useWords(deskWords);
  const say = useSay();
  const today = useToday();
  const { language } = useLanguage();
  return (
    <section>
      <h2 className="nol-screening-heading">
        {momentWords(sample.at, today, language)} {sample.by}
      </h2>
      <p className="nol-screening-by">{w.of(sample.size, sample.population, sample.seed)}</p>
      <table className="nol-screening-table">
        <thead>
          <tr>
            {[w.no, d.childName, d.place, d.answer, w.result].map((says) => (
              <th key={says} scope="col" className="nol-screening-text">
                {says}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.rows.map(({ no, line, result, targetId }) => (
            <tr key={targetId}>
              <td className="nol-screening-text">{no}</td>
              <th scope="row" className="nol-screening-text">
                {line ? <Door href={hrefOf(targetsPlace, { id }, { open: targetId })}>{line.name}</Door> : <Missing />}
              </th>
              <td className="nol-screening-text">{line ? whereOf(line, say) : <Missing />}</td>
              <td className="nol-screening-text">{line?.answer ? answerText(line.answer, say) : <Missing />}</td>
              <td className="nol-screening-text">
                <Recall
                  sampleId={sample.sampleId}
                  targetId={targetId}
                  result={result}
                  name={line?.name ?? ''}
                  mayCall={mayCall}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type RecallProps = {
  readonly sampleId: string;
  readonly targetId: string;
  readonly result: RecallRequest['result'] | null;
  readonly name: string;
  readonly mayCall: boolean;
};

function Recall({ sampleId, targetId, result, name, mayCall }: RecallProps) {
  const w = useWords(sampleWords);
  const tell = useTell();
  const { run } = useAction(recallTarget, { renews: [getSamples, getTargets, getProgress] });
  if (!mayCall) return result === null ? <Missing /> : w[result];
  const note = async (next: RecallRequest['result']) => {
    try {
      await run({ params: { id: sampleId }, body: { targetId, result: next } });
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return (
    <Radio.Group
      optionType="button"
      size="small"
      value={result}
      aria-label={`${name} ${w.result}`}
      options={(['same', 'differs', 'unreached'] as const).map((value) => ({ value, label: w[value] }))}
      onChange={({ target }) => void note(target.value)}
    />
  );
}

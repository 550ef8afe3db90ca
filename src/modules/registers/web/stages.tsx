import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useGo } from '../../../ui/desk/address';
import { useAction } from '../../../ui/desk/answers';
import { hrefOf } from '../../../ui/desk/place';
import { Wizard } from '../../../ui/desk/wizard';
import { dayWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import { useSending } from '../../../ui/shared/use-sending';
import type { BatchView } from '../contract';
import { addFile, getBatch, readBatch } from './calls';
import { CancelButton } from './cancel-button';
import { FileDrop } from './file-drop';
import { newImportPlace, registersPlace } from './places';
import { RefusedNote } from './refused-note';
import { StepHeading } from './step-heading';
import { effectStepWords } from './step-words';
import { useSteps } from './wizard-frame';
import { fileWords, progressWords, wizardWords } from './words';

type StageProps = { readonly batch: BatchView };

const renewed = [getBatch];

/** Files that were sent and not yet read, as after a cut network: more can be added, then they are read. */
export function UploadedStage({ batch }: StageProps) {
  const f = useWords(fileWords);
  const [files, setFiles] = useState<readonly File[]>([]);
  const add = useAction(addFile);
  const read = useAction(readBatch, { renews: renewed });
  const { send, busy, refused } = useSending(async () => {
    const params = { id: batch.id };
    let { version } = batch;
    for (const file of files) {
      const body = new FormData();
      body.append('file', file, file.name);
      version = (await add.run({ params, body })).version;
      setFiles((left) => left.filter((other) => other !== file));
    }
    await read.run({ params, body: { version } });
  });
  const foot = (
    <>
      <Button type="primary" loading={busy} onClick={() => void send(undefined)}>
        {f.start}
      </Button>
      <CancelButton batch={batch} />
    </>
  );
  return (
    <Wizard steps={useSteps()} current="file" foot={foot}>
      <StepHeading>{batch.files.length > 0 ? f.waiting : f.noFile}</StepHeading>
      <SentFiles batch={batch} />
      <FileDrop files={files} onChange={setFiles} />
      {refused ? <RefusedNote refused={refused} /> : null}
    </Wizard>
  );
}

/** What the server is doing and how far it is. */
export function WorkingStage({ batch }: StageProps) {
  const p = useWords(progressWords);
  const all = useWords(wizardWords);
  const effect = useWords(effectStepWords);
  const go = useGo();
  const reading = batch.state === 'reading';
  const { stage = 'waiting', rows, of } = batch.progress ?? {};
  const says = !reading && stage !== 'waiting' ? effect.committing : p[stage];
  const foot = (
    <>
      {reading ? <CancelButton batch={batch} /> : null}
      <Button onClick={() => go(hrefOf(registersPlace))}>{all.toLists}</Button>
    </>
  );
  return (
    <Wizard steps={useSteps()} current={reading ? 'check' : 'effect'} foot={foot}>
      <div role="status">
        <StepHeading>{says}</StepHeading>
      </div>
      <progress
        className="nol-import-progress"
        aria-label={says}
        {...(of && rows !== undefined ? { value: rows, max: of } : {})}
      />
      <p className="nol-import-counted">{rows === undefined ? ' ' : p.rows(rows, of)}</p>
      <p className="nol-import-hint">{p.leave}</p>
    </Wizard>
  );
}

/** A batch that goes no further: its file could not be read, or somebody cancelled it. */
export function ClosedStage({ batch }: StageProps) {
  const f = useWords(fileWords);
  const all = useWords(wizardWords);
  const say = useSay();
  const go = useGo();
  const foot = (
    <>
      <Button type="primary" onClick={() => go(hrefOf(newImportPlace, {}, { kind: batch.kind }))}>
        {f.again}
      </Button>
      <Button onClick={() => go(hrefOf(registersPlace))}>{all.toLists}</Button>
    </>
  );
  return (
    <Wizard steps={useSteps()} current="file" foot={foot}>
      <StepHeading>{batch.state === 'refused' ? f.notRead : all.cancelled}</StepHeading>
      {batch.refusal ? <Alert type="error" showIcon role="alert" title={say(batch.refusal)} /> : null}
      <SentFiles batch={batch} />
    </Wizard>
  );
}

function SentFiles({ batch }: StageProps) {
  const f = useWords(fileWords);
  const { language } = useLanguage();
  const today = useToday();
  if (batch.files.length === 0) return null;
  return (
    <ul className="nol-import-files" aria-label={f.chosen}>
      {batch.files.map(({ fileNo, name, known }) => (
        <li key={fileNo} className="nol-import-file">
          <span>{name}</span>
          {known ? <span className="nol-import-hint">{f.known(dayWords(known, today, language))}</span> : null}
        </li>
      ))}
    </ul>
  );
}

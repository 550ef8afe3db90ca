import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useGo } from '../../../ui/desk/address';
import { useAction } from '../../../ui/desk/answers';
import { FileButton } from '../../../ui/desk/file-button';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState, ErrorState } from '../../../ui/desk/states';
import { useTell } from '../../../ui/desk/tell';
import { Wizard } from '../../../ui/desk/wizard';
import { useSay, useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { saveFile } from '../../../ui/shared/save-file';
import { useCall } from '../../../ui/shared/server-context';
import { useSending } from '../../../ui/shared/use-sending';
import type { SheetPreview } from '../accounts-contract';
import { getAccounts, getGrants, getTemplate, lookAtSheet, makeBatch, type Slip } from './calls';
import { accountsPlace } from './places';
import { Slips } from './slips';
import { SlipsButton } from './slips-button';
import { accountWords, batchWords } from './words';
import './batch.css';

const renews = [getAccounts, getGrants];
/** As many problems as a page shows; whoever has more mends these first. */
const problemsShown = 200;

type Made = { readonly ids: readonly string[]; readonly newAccounts: number; readonly grants: number };
type Stage = { readonly preview?: SheetPreview; readonly made?: Made; readonly slips?: readonly Slip[] };

/** 成批建账号: template, upload, what would come of it and what is wrong, then made, and the slips to hand out. */
export function BatchPage() {
  const w = useWords(batchWords);
  const account = useWords(accountWords);
  const [stage, setStage] = useState<Stage>({});
  const go = useGo();
  const { preview, made, slips } = stage;
  if (slips) return <Slips slips={slips} onLeave={() => go(hrefOf(accountsPlace))} />;
  const steps = [
    { key: 'upload', says: w.upload },
    { key: 'look', says: w.look },
    { key: 'done', says: w.done },
  ];
  const above = [{ says: account.title, href: hrefOf(accountsPlace) }];
  const again = <Button onClick={() => setStage({})}>{w.again}</Button>;
  const finished = made && (
    <Wizard
      steps={steps}
      current="done"
      foot={made.ids.length > 0 ? <SlipsButton ids={made.ids} onMade={(rows) => setStage({ slips: rows })} /> : again}
    >
      <EmptyState says={w.made(made.newAccounts, made.grants)} why={w.madeWhy} />
    </Wizard>
  );
  const looked = preview && (
    <Wizard
      steps={steps}
      current="look"
      foot={<LookFoot preview={preview} again={again} onMade={(done) => setStage({ made: done })} />}
    >
      <Preview preview={preview} />
    </Wizard>
  );
  return (
    <>
      <PageHead title={w.title} above={above} help={{ says: w.help, source: 'system' }} />
      {finished ?? looked ?? (
        <Wizard steps={steps} current="upload" foot={null}>
          <Upload onLooked={(found) => setStage({ preview: found })} />
        </Wizard>
      )}
    </>
  );
}

function Upload({ onLooked }: { readonly onLooked: (preview: SheetPreview) => void }) {
  const w = useWords(batchWords);
  const call = useCall();
  const tell = useTell();
  const { send, busy, refused } = useSending(async (file: File) => {
    const body = new FormData();
    body.append('file', file);
    onLooked(await call(lookAtSheet, { body }));
  });
  const download = () => {
    call(getTemplate, {}).then(saveFile, (error: unknown) => {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    });
  };
  return (
    <div className="nol-batch-upload">
      <div className="nol-batch-files">
        <Button onClick={download}>{w.template}</Button>
        <FileButton
          primary
          says={busy ? w.reading : w.choose}
          types={['.xlsx', '.xls', '.csv']}
          disabled={busy}
          onFiles={([file]) => file && void send(file)}
        />
      </div>
      <p className="nol-batch-hint">{w.kinds}</p>
      {refused ? <ErrorState refused={refused} /> : null}
    </div>
  );
}

type FootProps = { readonly preview: SheetPreview; readonly again: ReactNode; readonly onMade: (made: Made) => void };

function LookFoot({ preview, again, onMade }: FootProps) {
  const w = useWords(batchWords);
  const { run } = useAction(makeBatch, { renews });
  const { send, busy, refused } = useSending(async (rows: SheetPreview['rows']) => onMade(await run({ body: { rows } })));
  const { newAccounts, grants, problems } = preview;
  const something = problems.length === 0 && newAccounts + grants > 0;
  return (
    <>
      {refused ? <ErrorState refused={refused} /> : null}
      {again}
      {something ? (
        <Button type="primary" loading={busy} onClick={() => void send(preview.rows)}>
          {w.make(newAccounts, grants)}
        </Button>
      ) : null}
    </>
  );
}

function Preview({ preview }: { readonly preview: SheetPreview }) {
  const w = useWords(batchWords);
  const { newAccounts, knownAccounts, grants, unchanged, problems } = preview;
  const numbers = [
    { says: w.newAccounts, value: newAccounts },
    { says: w.known, value: knownAccounts },
    { says: w.grants, value: grants },
    { says: w.unchanged, value: unchanged },
  ];
  return (
    <>
      <dl className="nol-batch-numbers">
        {numbers.map(({ says, value }) => (
          <div key={says}>
            <dt>{says}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {problems.length > 0 ? <Problems problems={problems} /> : null}
      {problems.length === 0 && newAccounts + grants === 0 ? <EmptyState says={w.nothing} /> : null}
    </>
  );
}

function Problems({ problems }: { readonly problems: SheetPreview['problems'] }) {
  const w = useWords(batchWords);
  const say = useSay();
  const shown = problems.slice(0, problemsShown);
  return (
    <section aria-labelledby="batch-problems">
      <h2 id="batch-problems" className="nol-batch-title">
        {w.problems(problems.length)}
      </h2>
      <p className="nol-batch-hint">{w.problemsWhy}</p>
      <table className="nol-batch-table">
        <thead>
          <tr>
            <th scope="col">{w.row}</th>
            <th scope="col">{w.column}</th>
            <th scope="col">{w.value}</th>
            <th scope="col">{w.says}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((problem) => (
            <tr key={`${problem.row}/${problem.column}/${problem.zh}`}>
              <td>{problem.row}</td>
              <td>{problem.column}</td>
              <td>{problem.value}</td>
              <td>{say(problem)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > shown.length ? <p className="nol-batch-hint">{w.more(problems.length - shown.length)}</p> : null}
    </section>
  );
}

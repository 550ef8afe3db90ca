import { Button, Select } from 'antd';
import { useAddress } from '../../../ui/desk/address';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { useDoing } from '../../../ui/desk/tell';
import { useWords } from '../../../ui/shared/language';
import { saveFile } from '../../../ui/shared/save-file';
import type { AccountView } from '../contract';
import { AccountPaper } from './account-paper';
import { getAccount, printAccount, takeAccount } from './calls';
import { ChangeList } from './change-list';
import { useMonthWords } from './line-words';
import { accountPlace, checksPlace } from './places';
import { checkWords, deskWords, paperWords } from './words';
import './checks.css';
import './paper.css';

/** 月核账单: what a school has signed, word for word, with the list that goes with it; on paper and as a workbook. */
export function AccountPage() {
  const address = useAddress(accountPlace);
  const { month, version } = address.search;
  const d = useWords(deskWords);
  const w = useWords(checkWords);
  const p = useWords(paperWords);
  const query = { month, version };
  const { data, error, refetch } = useAnswer(getAccount, { params: { id: address.params.id ?? '' }, query });
  if (!data) {
    return (
      <>
        <PageHead title={p.title} above={[{ says: w.title, href: hrefOf(checksPlace) }]} />
        {error ? <ErrorState refused={error} onRetry={() => void refetch()} /> : <LoadingState />}
      </>
    );
  }
  const shown = data.frozen?.content.version ?? data.broken;
  return (
    <div className="nol-check-page">
      <Head view={data} onVersion={(next) => address.change({ version: next })} />
      {shown === null ? <EmptyState says={p.notSigned} why={p.notSignedWhy} /> : null}
      {data.broken !== null || data.frozen?.sound === false ? <p className="nol-check-broken">{d.broken}</p> : null}
      {data.frozen && data.frozen.since.length > 0 ? <ChangeList says={d.changedBetween} changes={data.frozen.since} /> : null}
      {data.changed.length > 0 ? <ChangeList says={d.changed(data.changed.length)} changes={data.changed} /> : null}
      {data.frozen ? <AccountPaper schoolId={data.schoolId} frozen={data.frozen} /> : null}
    </div>
  );
}

function Head({ view, onVersion }: { readonly view: AccountView; readonly onVersion: (version: number) => void }) {
  const d = useWords(deskWords);
  const w = useWords(checkWords);
  const p = useWords(paperWords);
  const monthOf = useMonthWords();
  const { month } = view.month;
  const shown = view.frozen?.content.version;
  const options = view.versions.map(({ version, number }) => ({ value: version, label: `${d.version(version)} ${number}` }));
  return (
    <PageHead
      title={p.title}
      above={[
        { says: w.title, href: hrefOf(checksPlace, {}, { month }) },
        { says: view.school, href: hrefOf(checksPlace, {}, { month, school: view.schoolId }) },
      ]}
      note={monthOf(month)}
      help={{ says: p.help, source: 'basis', clause: w.clause }}
      actions={
        <>
          {options.length > 1 ? (
            <Select
              className="nol-check-version"
              aria-label={p.version}
              value={shown ?? view.broken}
              options={options}
              onChange={onVersion}
            />
          ) : null}
          {view.mayTake && view.frozen?.sound ? <Take view={view} version={view.frozen.content.version} /> : null}
        </>
      }
    />
  );
}

/** Noted before the paper is shown, or the file handed out. */
function Take({ view, version }: { readonly view: AccountView; readonly version: number }) {
  const p = useWords(paperWords);
  const doing = useDoing();
  const print = useAction(printAccount);
  const take = useAction(takeAccount);
  const asked = { params: { id: view.schoolId }, body: { month: view.month.month, version } };
  const onPrint = () =>
    doing(async () => {
      await print.run(asked);
      window.print();
    });
  return (
    <>
      <Button loading={print.busy} onClick={() => void onPrint()}>
        {p.print}
      </Button>
      <Button loading={take.busy} onClick={() => void doing(async () => saveFile(await take.run(asked)))}>
        {p.sheet}
      </Button>
    </>
  );
}

import { Button, Radio } from 'antd';
import { useAddress } from '../../../ui/desk/address';
import { EmptyState } from '../../../ui/desk/states';
import { Wizard } from '../../../ui/desk/wizard';
import { useWords } from '../../../ui/shared/language';
import type { PreviewView } from '../contract';
import { takeProblemRows } from './calls';
import { CancelButton } from './cancel-button';
import { GuardList } from './guard-list';
import { batchPlace } from './places';
import { ProblemGroup } from './problem-group';
import { SaveButton } from './save-button';
import { StepHeading } from './step-heading';
import { checkStepWords } from './step-words';
import { useSteps } from './wizard-frame';

/** 检查: how many rows are good, and each sort of problem with its places. */
export function CheckStep({ preview }: { readonly preview: PreviewView }) {
  const w = useWords(checkStepWords);
  const { search, change } = useAddress(batchPlace);
  const { batch, groups, guards } = preview;
  const shown = groups.filter(({ severity }) => search.only === undefined || severity === search.only);
  const stops = guards.filter(({ severity }) => severity === 'stop');
  const foot = (
    <>
      <Button type="primary" onClick={() => change({ step: 'effect' })}>
        {w.next}
      </Button>
      {preview.errorRows > 0 ? (
        <SaveButton contract={takeProblemRows} input={{ params: { id: batch.id } }} says={w.download} />
      ) : null}
      <Button onClick={() => change({ step: 'columns' })}>{w.columnsAgain}</Button>
      <CancelButton batch={batch} />
    </>
  );
  return (
    <Wizard steps={useSteps()} current="check" foot={foot}>
      <StepHeading>{w.heading}</StepHeading>
      <GuardList guards={stops} kind={batch.kind} />
      <Counts preview={preview} />
      {groups.length > 0 ? (
        <Radio.Group
          className="nol-import-only"
          aria-label={w.filter}
          optionType="button"
          value={search.only ?? 'all'}
          onChange={(event) =>
            change({ only: event.target.value === 'all' ? undefined : event.target.value, group: undefined }, { replace: true })
          }
          options={[
            { value: 'all', label: w.all },
            { value: 'error', label: w.onlyErrors },
            { value: 'notice', label: w.onlyNotices },
          ]}
        />
      ) : null}
      {shown.map((group) => (
        <ProblemGroup key={group.group} batchId={batch.id} group={group} />
      ))}
      {shown.length === 0 ? <EmptyState says={groups.length === 0 ? w.clean : w.noneOfThese} /> : null}
    </Wizard>
  );
}

function Counts({ preview }: { readonly preview: PreviewView }) {
  const w = useWords(checkStepWords);
  const counts = [
    { key: 'all', says: w.rows, count: preview.rows },
    { key: 'good', says: w.good, count: preview.goodRows },
    { key: 'error', says: w.errors, count: preview.errorRows },
    { key: 'notice', says: w.notices, count: preview.noticeRows },
  ];
  return (
    <dl className="nol-import-figures">
      {counts.map(({ key, says, count }) => (
        <div key={key} className={`nol-import-figure nol-import-figure-${count > 0 ? key : 'none'}`}>
          <dt>{says}</dt>
          <dd>{w.count(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

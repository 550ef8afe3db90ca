import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { type Address, useAddress, useGo } from '../../../ui/desk/address';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { Loaded } from '../../../ui/desk/loaded';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState, ErrorState } from '../../../ui/desk/states';
import { Wizard } from '../../../ui/desk/wizard';
import { useWords } from '../../../ui/shared/language';
import { useSending } from '../../../ui/shared/use-sending';
import type { RollOverView } from '../contract';
import { schoolYearAfter, schoolYearOf } from '../rules/school-year';
import { getClasses, getSchools, previewRollOver, rollOver } from './calls';
import { schoolYearsAround } from './choices';
import { rollOverPlace, schoolsPlace } from './places';
import { RollOverPreview } from './roll-over-preview';
import { type Areas, useAreas } from './use-areas';
import { commonWords, rollOverWords, schoolWords } from './words';

type Result = { readonly moved: number; readonly joined: number; readonly entrants: number };
type RollOverAddress = Address<(typeof rollOverPlace)['search']>;
const renews = [getClasses, previewRollOver];

/** 升级到下一学年: looked at first, then done at once for the whole scope or one school. */
export function RollOverPage() {
  const address = useAddress(rollOverPlace);
  const areas = useAreas();
  const w = useWords(rollOverWords);
  const schools = useWords(schoolWords);
  const head = (
    <PageHead
      title={w.title}
      above={[{ says: schools.title, href: hrefOf(schoolsPlace) }]}
      help={{ says: w.help, source: 'system' }}
    />
  );
  return (
    <>
      {head}
      <Loaded answers={[areas.answer]}>
        <Steps address={address} areas={areas} />
      </Loaded>
    </>
  );
}

function Steps({ address, areas }: { readonly address: RollOverAddress; readonly areas: Areas }) {
  const w = useWords(rollOverWords);
  const [result, setResult] = useState<Result>();
  const from = address.search.from ?? schoolYearOf(areas.today);
  const { school } = address.search;
  const answer = useAnswer(previewRollOver, { query: { from, school } }, { when: result === undefined });
  const steps = [
    { key: 'look', says: w.look },
    { key: 'done', says: w.done },
  ];
  if (result) {
    return (
      <Wizard steps={steps} current="done" foot={<AfterRollOver from={from} school={school} />}>
        <EmptyState says={w.ready} why={w.result(result.moved, result.joined, result.entrants)} />
      </Wizard>
    );
  }
  const view = answer.data;
  const isEmpty = view !== undefined && view.moves.length + view.joins.length + view.entrants.length === 0;
  return (
    <Wizard
      steps={steps}
      current="look"
      foot={view && !isEmpty ? <RollOverFoot key={view.state} view={view} school={school} onDone={setResult} /> : null}
    >
      <Choice address={address} from={from} areas={areas} />
      <Loaded answers={[answer]} rows={10}>
        {view && !isEmpty ? <RollOverPreview view={view} school={school} /> : <EmptyState says={w.nothing} why={w.nothingWhy} />}
      </Loaded>
    </Wizard>
  );
}

type ChoiceProps = { readonly address: RollOverAddress; readonly from: string; readonly areas: Areas };

/** Which school year, and the whole scope or one school of it. */
function Choice({ address, from, areas }: ChoiceProps) {
  const w = useWords(rollOverWords);
  const common = useWords(commonWords);
  const schools = useAnswer(getSchools, { query: { size: 200 } });
  return (
    <search className="area-choice">
      <Select
        aria-label={w.from}
        value={from}
        options={schoolYearsAround(areas.today).map((year) => ({ value: year, label: common.schoolYearSays(year) }))}
        onChange={(year) => address.change({ from: year })}
      />
      <Select
        aria-label={w.school}
        className="area-choice-wide"
        value={address.search.school ?? ''}
        options={[
          { value: '', label: w.everySchool },
          ...(schools.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(school) => address.change({ school: school || undefined })}
      />
    </search>
  );
}

type FootProps = { readonly view: RollOverView; readonly school: string | undefined; readonly onDone: (result: Result) => void };

function RollOverFoot({ view, school, onDone }: FootProps) {
  const w = useWords(rollOverWords);
  const common = useWords(commonWords);
  const [entrants, setEntrants] = useState(true);
  const { run } = useAction(rollOver, { renews });
  const { send, busy, refused } = useSending(async (order: { state: number; entrants: boolean }) =>
    onDone(await run({ body: { ...order, from: view.from, ...(school === undefined ? {} : { school }) } })),
  );
  const classes = view.moves.length + view.joins.length;
  return (
    <>
      {refused ? <ErrorState refused={refused} /> : null}
      {view.entrants.length > 0 ? (
        <Checkbox checked={entrants} onChange={(event) => setEntrants(event.target.checked)}>
          {w.withEntrants(view.entrants.length)}
        </Checkbox>
      ) : null}
      <Button type="primary" loading={busy} onClick={() => void send({ state: view.state, entrants })}>
        {w.run(classes, common.schoolYearSays(view.to))}
      </Button>
    </>
  );
}

function AfterRollOver({ from, school }: { readonly from: string; readonly school: string | undefined }) {
  const w = useWords(rollOverWords);
  const go = useGo();
  const href = hrefOf(schoolsPlace, {}, { year: schoolYearAfter(from), open: school });
  return (
    <Button type="primary" onClick={() => go(href)}>
      {w.look2}
    </Button>
  );
}

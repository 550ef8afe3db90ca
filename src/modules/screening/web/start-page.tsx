import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { formatDay, parseDay } from '../../../kernel/day';
import { useAddress, useGo } from '../../../ui/desk/address';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { Column } from '../../../ui/desk/blocks';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useTell } from '../../../ui/desk/tell';
import { useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import { useSending } from '../../../ui/shared/use-sending';
import { gradeName } from '../../area/index';
import { useAreas, useSchools } from '../../area/web/index';
import { type GroupKey, groupOf, listedGroups } from '../../groups/index';
import type { PreviewRequest } from '../contract';
import { type Question, questionsFault } from '../rules/questions';
import { type Method, type Template, templateRules, templates, treeOf } from '../rules/templates';
import { refusals } from '../words';
import { getCampaigns, getCounts, getPreview, startCampaign } from './desk-calls';
import { deskWords, methodSays, startWords, templateMeans, templateSays } from './desk-words';
import { campaignPlace, campaignsPlace, startPlace } from './places';
import { questionWords } from './question-words';
import { StartQuestions } from './start-questions';
import './screening-desk.css';

const allGrades = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** 发起排查: what for, in which way, of whom, until when; what it would do is seen before it is started. */
export function StartPage() {
  const w = useWords(startWords);
  const d = useWords(deskWords);
  const say = useSay();
  const address = useAddress(startPlace);
  const template = address.search.template ?? 'term-opening';
  return (
    <>
      <PageHead
        title={w.title}
        above={[{ says: d.list, href: hrefOf(campaignsPlace) }]}
        help={{ says: d.help, source: 'basis', clause: d.clause }}
      />
      <Column wide>
        <fieldset className="nol-screening-field">
          <legend>{w.template}</legend>
          <Radio.Group
            className="nol-screening-templates"
            value={template}
            onChange={({ target }) => address.change({ template: target.value })}
          >
            {templates.map((one) => (
              <Radio key={one} value={one}>
                {say(templateSays[one])} <small>{say(templateMeans[one])}</small>
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
        <PlanForm key={template} template={template} />
      </Column>
    </>
  );
}

function PlanForm({ template }: { readonly template: Template }) {
  const w = useWords(startWords);
  const say = useSay();
  const today = useToday();
  const rule = templateRules[template];
  const [method, setMethod] = useState<Method>(rule.methods[0]);
  const [places, setPlaces] = useState<readonly string[]>([]);
  const [grades, setGrades] = useState<readonly number[]>(rule.grades);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(() => formatDay((parseDay(today) ?? 0) + rule.days - 1));
  const offered = rule.grades.length === 0 ? allGrades : rule.grades;
  const [marks, setMarks] = useState<readonly GroupKey[]>([]);
  const [questions, setQuestions] = useState<readonly Question[]>([]);
  const chosen = rule.marks ? { marks: [...marks] } : {};
  const plan = { template, method, places: [...places], grades: [...grades], ...chosen, from, until };
  return (
    <>
      {rule.methods.length > 1 ? (
        <fieldset className="nol-screening-field">
          <legend>{w.method}</legend>
          <Radio.Group
            value={method}
            onChange={({ target }) => {
              setMethod(target.value);
              setPlaces([]);
            }}
            options={rule.methods.map((value) => ({ value, label: say(methodSays[value]) }))}
          />
        </fieldset>
      ) : null}
      {rule.marks ? <Marks marks={marks} onChange={setMarks} /> : null}
      <Places method={method} places={places} onChange={setPlaces} />
      <fieldset className="nol-screening-field">
        <legend>{w.grades}</legend>
        <Checkbox.Group
          value={[...grades]}
          onChange={setGrades}
          options={offered.map((value) => ({ value, label: say(gradeName(value)) }))}
        />
      </fieldset>
      <DayField says={rule.reports ? w.fromOpening : w.from} value={from} onChange={setFrom} />
      <DayField says={w.until} value={until} onChange={setUntil} hint={w.untilHint} />
      <StartQuestions {...{ template, method, questions }} onChange={setQuestions} />
      <Starting
        key={JSON.stringify(plan)}
        plan={plan}
        questions={questions}
        usual={`${say(templateSays[template])} ${from.slice(0, 7)}`}
      />
    </>
  );
}

type MarksProps = { readonly marks: readonly GroupKey[]; readonly onChange: (marks: readonly GroupKey[]) => void };

function Marks({ marks, onChange }: MarksProps) {
  const w = useWords(startWords);
  const say = useSay();
  return (
    <fieldset className="nol-screening-field">
      <legend>{w.marks}</legend>
      <Checkbox.Group
        value={[...marks]}
        onChange={onChange}
        options={listedGroups.map((value) => ({ value, label: say(groupOf(value)) }))}
      />
      <small>{w.marksHint}</small>
    </fieldset>
  );
}

type PlacesProps = {
  readonly method: Method;
  readonly places: readonly string[];
  readonly onChange: (places: readonly string[]) => void;
};

function Places({ method, places, onChange }: PlacesProps) {
  const w = useWords(startWords);
  const id = useId();
  const { areas } = useAreas();
  const schools = useSchools();
  const townships = areas.filter(({ level }) => level === 'township').map(({ path, name }) => ({ value: path, label: name }));
  const options = treeOf(method) === 'area' ? townships : schools.map(({ path, name }) => ({ value: path, label: name }));
  return (
    <div className="nol-screening-field">
      <label htmlFor={id}>{w.places}</label>
      <Select
        id={id}
        mode="multiple"
        className="nol-screening-places"
        showSearch
        optionFilterProp="label"
        value={[...places]}
        onChange={onChange}
        options={options}
      />
    </div>
  );
}

type DayProps = {
  readonly says: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly hint?: string;
};

function DayField({ says, value, onChange, hint }: DayProps) {
  const id = useId();
  return (
    <div className="nol-screening-field">
      <label htmlFor={id}>{says}</label>
      <Input
        id={id}
        type="date"
        value={value}
        onChange={({ target }) => {
          // A day that is half typed is none yet.
          if (target.value !== '') onChange(target.value);
        }}
      />
      {hint ? <small>{hint}</small> : null}
    </div>
  );
}

type StartingProps = {
  readonly plan: PreviewRequest;
  readonly questions: readonly Question[];
  readonly usual: string;
};

/** What starting would do, and the button that does it. */
function Starting({ plan, questions, usual }: StartingProps) {
  const w = useWords(startWords);
  const say = useSay();
  const id = useId();
  const go = useGo();
  const tell = useTell();
  const [name, setName] = useState(usual);
  const wrong = wrongWith(questions);
  const { data, error, refetch } = useAnswer(getPreview, { body: plan });
  const { run } = useAction(startCampaign, { renews: [getCampaigns, getCounts] });
  const { send, busy, refused } = useSending(async () => {
    const { campaignId, children } = await run({
      body: { ...plan, name, questions: questions.map((one) => ({ ...one, choices: [...one.choices] })) },
    });
    tell.done(w.started(children));
    go(hrefOf(campaignPlace, { id: campaignId }));
  });
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={3} />;
  return (
    <>
      <div className="nol-screening-field">
        <label htmlFor={id}>{w.name}</label>
        <Input id={id} value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
      </div>
      {data.children > 0 ? <p className="nol-screening-will">{w.will(data.children, data.grids, data.owners)}</p> : null}
      {data.nowhere > 0 ? <p className="nol-screening-by">{w.nowhere(data.nowhere)}</p> : null}
      {data.barred ? <p className="nol-screening-barred">{say(data.barred)}</p> : null}
      {wrong ? <p className="nol-screening-barred">{say(wrong)}</p> : null}
      {refused ? <ErrorState refused={refused} /> : null}
      <Button
        type="primary"
        loading={busy}
        disabled={data.barred !== null || wrong !== undefined || name.trim().length < 2}
        onClick={() => void send(undefined)}
      >
        {w.go(data.children)}
      </Button>
    </>
  );
}

/** What keeps these questions from being asked, in the words in which the server would say it. */
function wrongWith(questions: readonly Question[]) {
  if (questions.some(({ text }) => text.trim().length < 2)) return questionWords.short;
  const fault = questionsFault(questions);
  return fault && refusals[fault];
}

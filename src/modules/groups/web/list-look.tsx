import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { ErrorState } from '../../../ui/desk/states';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useSending } from '../../../ui/shared/use-sending';
import { schoolingWords } from '../../children/index';
import type { ListRequest, ListView } from '../list-contract';
import { groupOf } from '../rules/groups';
import { lastDayFrom } from '../rules/marks';
import { faultWords, listWords } from './list-words';

/** More lines than somebody reads through; whoever has more mends these first. */
const shown = 50;

type ListLookProps = { readonly view: ListView; readonly onTake: (request: ListRequest) => Promise<void> };

/** What a list would do: the lines that mark nobody first, then the children, and the button that marks them all. */
export function ListLook({ view, onTake }: ListLookProps) {
  const w = useWords(listWords);
  const [document, setDocument] = useState(view.file.replace(/\.[a-z]+$/i, ''));
  const [untilDay, setUntilDay] = useState(lastDayFrom(view.today));
  const marks = view.found.map(({ childId, group }) => ({ childId, group }));
  const sending = useSending(async () => onTake({ marks, document, untilDay }));
  return (
    <div className="group-list-look">
      <p className="group-list-file">{w.file(view.file, view.found.length, view.faults.length)}</p>
      <Faults view={view} />
      <Found view={view} />
      <Line label={w.document} hint={w.documentHint} value={document} onChange={setDocument} />
      <Line
        label={w.until}
        hint={w.untilHint}
        value={untilDay}
        onChange={setUntilDay}
        days={[view.today, lastDayFrom(view.today)]}
      />
      {sending.refused ? <ErrorState refused={sending.refused} /> : null}
      <Button
        type="primary"
        loading={sending.busy}
        disabled={marks.length === 0 || document.trim().length < 2 || untilDay === ''}
        onClick={() => void sending.send(undefined)}
      >
        {marks.length === 0 ? w.none : w.save(marks.length)}
      </Button>
    </div>
  );
}

function Faults({ view: { faults } }: Pick<ListLookProps, 'view'>) {
  const w = useWords(listWords);
  const say = useSay();
  if (faults.length === 0) return null;
  return (
    <section>
      <h2>{w.faults}</h2>
      <table className="group-list-table">
        <thead>
          <tr>
            {[w.row, w.name, w.why].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {faults.slice(0, shown).map(({ row, name, fault }) => (
            <tr key={row}>
              <td>{row}</td>
              <td>{name}</td>
              <td>{say(faultWords[fault])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {faults.length > shown ? <p>{w.more(faults.length - shown)}</p> : null}
    </section>
  );
}

function Found({ view: { found } }: Pick<ListLookProps, 'view'>) {
  const w = useWords(listWords);
  const say = useSay();
  const { language } = useLanguage();
  if (found.length === 0) return null;
  return (
    <section>
      <h2>{w.found}</h2>
      <div className="group-list-scroll">
        <table className="group-list-table">
          <thead>
            <tr>
              {[w.row, w.name, w.school, w.kind, w.what].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((child) => (
              <tr key={`${child.row} ${child.group}`}>
                <td>{child.row}</td>
                <td>{child.name}</td>
                <td>{schoolingWords(child, language)}</td>
                <td>{say(groupOf(child.group))}</td>
                <td>{child.runs ? w.runs : w.fresh}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type LineProps = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** the first and the last day that may be chosen */ readonly days?: readonly [first: string, last: string];
};

function Line({ label, hint, value, onChange, days }: LineProps) {
  const id = useId();
  return (
    <p className="group-list-line">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={value}
        maxLength={200}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
        {...(days ? { type: 'date', min: days[0], max: days[1] } : {})}
      />
      <span id={`${id}-hint`}>{hint}</span>
    </p>
  );
}

import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { Wizard } from '../../../ui/desk/wizard';
import { useSay, useWords } from '../../../ui/shared/language';
import { useSending } from '../../../ui/shared/use-sending';
import type { MappingChoice, PreviewView } from '../contract';
import { chooseColumns, getBatch, getRoles } from './calls';
import { CancelButton } from './cancel-button';
import { columnChoice, type Said } from './column-choice';
import { batchPlace } from './places';
import { RefusedNote } from './refused-note';
import { StepHeading } from './step-heading';
import { columnStepWords } from './step-words';
import { openColumns, takenFor } from './steps';
import { useSteps } from './wizard-frame';
import '../../../ui/desk/table.css';

type Source = PreviewView['sources'][number];
type Role = Source['columns'][number]['role'];

const renewed = [getBatch];

/** 认列: what each column is taken for, with masked examples, and the way to say it better. */
export function ColumnsStep({ preview }: { readonly preview: PreviewView }) {
  const w = useWords(columnStepWords);
  const { change } = useAddress(batchPlace);
  const { batch, sources } = preview;
  const [said, setSaid] = useState<Said>({});
  const [remember, setRemember] = useState(true);
  const { run } = useAction(chooseColumns, { renews: renewed });
  const { send, busy, refused } = useSending(async (choice: MappingChoice['sources']) => {
    await run({ params: { id: batch.id }, body: { version: batch.version, sources: choice, remember } });
    // Back to where a list begins that was just read: its problems, or its effect.
    change({ step: undefined, group: undefined }, { replace: true });
  });
  const choice = columnChoice(sources, said);
  const go = () => (choice.length > 0 ? void send(choice) : change({ step: 'check' }));
  const known = sources.reduce((sum, { columns }) => sum + columns.length, 0);
  const open = sources.reduce((sum, { columns }) => sum + openColumns(columns).length, 0);
  const foot = (
    <>
      <Button type="primary" loading={busy} onClick={go}>
        {choice.length > 0 ? w.apply : w.next}
      </Button>
      <CancelButton batch={batch} />
      <Checkbox checked={remember} onChange={(event) => setRemember(event.target.checked)}>
        {w.remember}
      </Checkbox>
    </>
  );
  return (
    <Wizard steps={useSteps()} current="columns" foot={foot}>
      <StepHeading>{open > 0 ? w.toLook(known - open, open) : w.allKnown(known)}</StepHeading>
      {refused ? <RefusedNote refused={refused} /> : null}
      {sources.map((source) => (
        <SourceColumns
          key={source.sourceKey}
          source={source}
          kind={batch.kind}
          said={said[source.sourceKey] ?? {}}
          onSay={(column, role) => setSaid({ ...said, [source.sourceKey]: { ...said[source.sourceKey], [column]: role } })}
        />
      ))}
    </Wizard>
  );
}

type SourceColumnsProps = {
  readonly source: Source;
  readonly kind: PreviewView['batch']['kind'];
  readonly said: Said[string];
  readonly onSay: (column: string, role: Role) => void;
};

function SourceColumns({ source, kind, said, onSay }: SourceColumnsProps) {
  const w = useWords(columnStepWords);
  const { columns, sheets, firstFile, firstSheet, remembered } = source;
  // A text file has no sheets and no name for one.
  const called = w.source([firstFile, firstSheet].filter(Boolean).join(' · '), sheets - 1);
  const open = openColumns(columns);
  const [all, setAll] = useState(open.length === 0);
  const shown = all ? columns : open;
  return (
    <section className="nol-import-source" aria-label={called}>
      <div className="nol-import-source-head">
        <h3>{called}</h3>
        {remembered ? <span className="nol-import-hint">{w.remembered}</span> : null}
        {open.length > 0 && open.length < columns.length ? (
          <button type="button" className="nol-link" onClick={() => setAll(!all)}>
            {all ? w.showOpen : w.showAll(columns.length)}
          </button>
        ) : null}
      </div>
      <div className="nol-import-scroll">
        <table className="nol-table">
          <thead>
            <tr>
              <th scope="col">{w.header}</th>
              <th scope="col">{w.examples}</th>
              <th scope="col">{w.role}</th>
              <th scope="col">{w.why}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((column) => (
              <ColumnRow
                key={column.key}
                column={column}
                kind={kind}
                role={column.key in said ? (said[column.key] ?? null) : takenFor(column)}
                onSay={(role) => onSay(column.key, role)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type ColumnRowProps = {
  readonly column: Source['columns'][number];
  readonly kind: PreviewView['batch']['kind'];
  readonly role: Role;
  readonly onSay: (role: Role) => void;
};

function ColumnRow({ column, kind, role, onSay }: ColumnRowProps) {
  const w = useWords(columnStepWords);
  const say = useSay();
  const roles = useAnswer(getRoles, { params: { kind } });
  const header = column.header === '' ? w.unnamed : column.header;
  const options = (roles.data?.roles ?? []).map((one) => ({ value: one.role, label: say(one) }));
  return (
    <tr>
      <th scope="row" className="nol-import-column">
        {header}
      </th>
      <td className="nol-import-examples">{column.examples.length > 0 ? column.examples.join('、') : w.noExamples}</td>
      <td>
        <Select
          className="nol-import-role"
          aria-label={w.choose(header)}
          showSearch={{ optionFilterProp: 'label' }}
          loading={roles.isPending}
          options={options}
          placeholder={w.unused}
          value={role}
          onChange={(next: Role) => onSay(next)}
        />
      </td>
      <td className="nol-import-why">{say(column.says)}</td>
    </tr>
  );
}

import { Button, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { type Role, roleNames, roles } from '../../../platform/access';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { GrantAsk } from '../accounts-contract';
import { askGrant, findPlaces, getAccount, getAccounts, getGrants } from './calls';
import { RemoteSelect } from './remote-select';
import { useMay } from './use-may';
import { UsualUntil } from './usual-until';
import { accountWords, grantReasons, grantWords } from './words';
import './panel.css';

const renews = [getGrants, getAccount];
/** What is typed: like the ask of the contract, with an absent day where that says null. */
const Ask = z.object({ ...GrantAsk.shape, untilDay: GrantAsk.shape.untilDay.unwrap().optional() });

type FormProps = { readonly person: string | undefined; readonly onDone: () => void; readonly onLeave: () => void };

/** 申请授权: whom, as what, where, from when until when, and why. */
export function NewGrantForm({ person, onDone, onLeave }: FormProps) {
  const w = useWords(grantWords);
  const account = useWords(accountWords);
  const { today } = useMay();
  const tell = useTell();
  const { run } = useAction(askGrant, { renews });
  return (
    <div className="nol-panel-form">
      <ZodForm
        schema={Ask}
        initial={{ fromDay: today, ...(person === undefined ? {} : { userId: person }) }}
        submit={w.askThis}
        onSubmit={async ({ untilDay, ...typed }) => {
          await run({ body: { ...typed, untilDay: untilDay ?? null } });
          tell.done(w.askedNow);
          onDone();
        }}
        beside={<Button onClick={onLeave}>{account.leave}</Button>}
      >
        <PersonField person={person} />
        <RoleField />
        <PlaceField />
        <FormField name="fromDay" label={w.from}>
          <Input type="date" />
        </FormField>
        <FormField name="untilDay" label={w.until} hint={w.untilHint} marks={false}>
          <Input type="date" />
        </FormField>
        <UsualUntil />
        <ReasonField />
      </ZodForm>
    </div>
  );
}

function PersonField({ person }: { readonly person: string | undefined }) {
  const w = useWords(grantWords);
  const { me } = useMay();
  const [text, setText] = useState('');
  const found = useAnswer(getAccounts, { query: { text, size: 20 } }, { keeps: true });
  const given = useAnswer(getAccount, { params: { id: person ?? '' } }, { when: person !== undefined });
  const accounts = [...(given.data && text === '' ? [given.data] : []), ...(found.data?.rows ?? [])];
  const options = accounts
    .filter(({ id, state }, at) => id !== me && state !== 'disabled' && accounts.findIndex((other) => other.id === id) === at)
    .map(({ id, name, login, unit }) => ({ value: id, label: `${name}（${login}）${unit}` }));
  return (
    <FormField name="userId" label={w.person} hint={w.personHint}>
      <RemoteSelect
        options={options}
        loading={found.isFetching}
        onSearch={setText}
        placeholder={w.typeHere}
        nothing={w.typeMore}
      />
    </FormField>
  );
}

function RoleField() {
  const w = useWords(grantWords);
  const say = useSay();
  const role: Role | undefined = Form.useWatch('role');
  const options = roleNames.map((value) => ({ value, label: say(roles[value].says) }));
  return (
    <>
      <FormField name="role" label={w.role}>
        <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
      </FormField>
      {role !== undefined && roles[role].administrator ? <p className="nol-panel-effect">{w.officesApart}</p> : null}
    </>
  );
}

/** The place that the role is over; one that is over the county needs none to be chosen. */
function PlaceField() {
  const w = useWords(grantWords);
  const form = Form.useFormInstance();
  const role: Role | undefined = Form.useWatch('role');
  const [text, setText] = useState('');
  const found = useAnswer(findPlaces, { query: { role: role ?? '', text } }, { when: role !== undefined, keeps: true });
  const whole = role !== undefined && roles[role].tree === 'county';
  const rows = found.data?.rows;
  const only = whole ? rows?.[0]?.path : undefined;
  // Another role is over places of another kind.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the role is what counts
  useEffect(() => {
    form.setFieldsValue({ path: only });
  }, [form, role, only]);
  const options = (rows ?? []).map(({ path, name, code }) => ({ value: path, label: code === '' ? name : `${name}（${code}）` }));
  return (
    <FormField name="path" label={w.place} hint={whole ? w.wholeCounty : w.placeHint}>
      <RemoteSelect
        options={options}
        loading={found.isFetching}
        onSearch={setText}
        placeholder={w.typeHere}
        nothing={w.typeMore}
      />
    </FormField>
  );
}

function ReasonField() {
  const w = useWords(grantWords);
  const form = Form.useFormInstance();
  const { language } = useLanguage();
  return (
    <>
      <FormField name="reason" label={w.reason} hint={w.reasonHint}>
        <Input maxLength={200} />
      </FormField>
      <div className="nol-panel-usual">
        {grantReasons[language].map((reason) => (
          <Button key={reason} size="small" onClick={() => form.setFieldsValue({ reason })}>
            {reason}
          </Button>
        ))}
      </div>
    </>
  );
}

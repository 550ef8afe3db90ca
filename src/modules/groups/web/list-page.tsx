import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useGo } from '../../../ui/desk/address';
import { useAction } from '../../../ui/desk/answers';
import { FileButton } from '../../../ui/desk/file-button';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState, ErrorState } from '../../../ui/desk/states';
import { Wizard } from '../../../ui/desk/wizard';
import { useSay, useWords } from '../../../ui/shared/language';
import { useCall } from '../../../ui/shared/server-context';
import { useSending } from '../../../ui/shared/use-sending';
import type { ListTaken, ListView } from '../list-contract';
import { type CivilGroup, civilGroups } from '../rules/civil-list';
import { groupOf } from '../rules/groups';
import { getGroups, getMembers, readList, takeList } from './calls';
import { ListLook } from './list-look';
import { listWords } from './list-words';
import { groupsPlace } from './places';
import { groupsWords } from './words';
import './list.css';

/** 导入民政名单: a list is chosen, looked at line by line, and becomes marks. */
export function ListPage() {
  const w = useWords(listWords);
  const g = useWords(groupsWords);
  return (
    <>
      <PageHead
        title={w.title}
        above={[{ says: g.title, href: hrefOf(groupsPlace) }]}
        help={{ says: w.help, source: 'system' }}
      />
      <Steps />
    </>
  );
}

function Steps() {
  const w = useWords(listWords);
  const go = useGo();
  const call = useCall();
  const [group, setGroup] = useState<CivilGroup>();
  const [view, setView] = useState<ListView>();
  const [taken, setTaken] = useState<ListTaken>();
  const look = useSending(async ({ file, of }: { readonly file: File; readonly of: CivilGroup }) => {
    const body = new FormData();
    body.append('file', file);
    setView(await call(readList, { query: { group: of }, body }));
  });
  const take = useAction(takeList, { renews: [getGroups, getMembers] });
  const steps = [
    { key: 'choose', says: w.choose },
    { key: 'look', says: w.look },
    { key: 'done', says: w.done },
  ];
  if (taken) {
    const foot = (
      <Button type="primary" onClick={() => go(hrefOf(groupsPlace))}>
        {w.toGroups}
      </Button>
    );
    return (
      <Wizard steps={steps} current="done" foot={foot}>
        <EmptyState says={w.ready(taken.marked)} {...(taken.renewed > 0 ? { why: w.renewed(taken.renewed) } : {})} />
      </Wizard>
    );
  }
  if (view) {
    return (
      <Wizard steps={steps} current="look" foot={<Button onClick={() => setView(undefined)}>{w.again}</Button>}>
        <ListLook view={view} onTake={async (body) => setTaken(await take.run({ body }))} />
      </Wizard>
    );
  }
  return (
    <Wizard steps={steps} current="choose" foot={null}>
      <div className="group-list-choose">
        <GroupChoice group={group} onChoose={setGroup} />
        <FileButton
          primary
          says={look.busy ? w.reading : w.chooseFile}
          types={['.xlsx', '.xls', '.csv']}
          disabled={look.busy || group === undefined}
          onFiles={([file]) => (file && group ? void look.send({ file, of: group }) : undefined)}
        />
        <p>{w.kinds}</p>
      </div>
      {look.refused ? <ErrorState refused={look.refused} /> : null}
    </Wizard>
  );
}

type ChoiceProps = { readonly group: CivilGroup | undefined; readonly onChoose: (group: CivilGroup) => void };

function GroupChoice({ group, onChoose }: ChoiceProps) {
  const w = useWords(listWords);
  const say = useSay();
  const id = useId();
  return (
    <p className="group-list-pick">
      <label htmlFor={id}>{w.group}</label>
      <Select
        id={id}
        value={group ?? null}
        options={civilGroups.map((value) => ({ value, label: say(groupOf(value)) }))}
        onChange={(value) => (value ? onChoose(value) : undefined)}
        aria-describedby={`${id}-hint`}
      />
      <span id={`${id}-hint`}>{w.groupHint}</span>
    </p>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../src/ui/desk/address';
import { useAnswer } from '../../src/ui/desk/answers';
import { Facts } from '../../src/ui/desk/blocks';
import type { Column } from '../../src/ui/desk/columns';
import { DataTable } from '../../src/ui/desk/data-table';
import type { Filter } from '../../src/ui/desk/filters';
import { ListPage } from '../../src/ui/desk/list-page';
import { PageHead } from '../../src/ui/desk/page-head';
import { hrefOf } from '../../src/ui/desk/place';
import { SidePanel } from '../../src/ui/desk/side-panel';
import { dayWords } from '../../src/ui/shared/dates';
import { MarkChip } from '../../src/ui/shared/mark';
import { saveFile } from '../../src/ui/shared/save-file';
import { useCall } from '../../src/ui/shared/server-context';
import { statusMarks } from '../../src/ui/shared/status';
import { exportThings, listThings, type Thing, thingsPlace } from './things';

const filters: readonly Filter[] = [
  { key: 'q', says: '名称', kind: 'text' },
  {
    key: 'stage',
    says: '学段',
    kind: 'several',
    options: [
      { value: 'primary', says: '小学', search: 'xx' },
      { value: 'junior', says: '初中', search: 'cz' },
    ],
  },
];

const columns: readonly Column<Thing>[] = [
  { key: 'name', title: '学校', cell: (thing) => thing.name, width: 200, sorts: true },
  { key: 'township', title: '乡镇', cell: (thing) => thing.township, width: 140 },
  { key: 'stage', title: '学段', cell: (thing) => (thing.stage === 'junior' ? '初中' : '小学'), width: 80 },
  { key: 'pupils', title: '学生数', cell: (thing) => thing.pupils, kind: 'number', width: 96, sorts: true },
  {
    key: 'state',
    title: '状态',
    cell: (thing) => <MarkChip mark={thing.pupils > 700 ? statusMarks.watched : statusMarks.inSchool} />,
  },
  { key: 'day', title: '上报', cell: (thing) => dayWords(thing.openedDay, '2025-03-10', 'zh'), width: 120 },
  { key: 'code', title: '编号', cell: (thing) => thing.id, kind: 'mono', spare: true },
];

export function ListsPage() {
  const call = useCall();
  const address = useAddress(thingsPlace);
  const { search } = address;
  const { page, size, sort, q, stage } = search;
  const answer = useAnswer(listThings, { query: { page, size, sort, q, stage } }, { keeps: true });
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const opened = answer.data?.rows.find((thing) => thing.id === search.open);
  const head = (
    <PageHead
      title="学校"
      above={[{ says: '设置', href: '/pieces' }]}
      help={{ says: '每所学校每月上报一次。', source: 'basis', clause: '县方案 三（四）' }}
    />
  );
  return (
    <ListPage head={head}>
      <DataTable
        id="kit-things"
        says="学校名单"
        columns={columns}
        answer={answer}
        address={address}
        filters={filters}
        keyOf={(thing) => thing.id}
        nameOf={(thing) => thing.name}
        hrefOf={(thing) => hrefOf(thingsPlace, {}, { ...search, open: thing.id })}
        openKey={search.open}
        empty={{ says: '还没有学校。' }}
        selection={{ keys, onChange: setKeys, actions: <Button size="small">提醒上报</Button> }}
        onExport={() => void call(exportThings, { body: { reason: 'kit' } }).then(saveFile)}
        onPrint={() => window.print()}
      />
      <SidePanel open={opened !== undefined} title={opened?.name} onClose={() => address.change({ open: undefined })}>
        <Facts rows={[{ says: '乡镇', value: opened?.township }]} />
      </SidePanel>
    </ListPage>
  );
}

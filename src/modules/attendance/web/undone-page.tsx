import { useMemo } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { calendarWords, dayWords, momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import { childPlace } from '../../children/web/index';
import type { UndoneLine } from '../undone-contract';
import { followWords } from './follow-words';
import { absencesPlace, undonePlace } from './places';
import { getUndone } from './undone-calls';
import { toSays, undoneWords } from './undone-words';

/** 改过的缺课: whose absence a later roll has taken back, with who said so, when and why. */
export function UndonePage() {
  const w = useWords(undoneWords);
  const f = useWords(followWords);
  const { language } = useLanguage();
  const address = useAddress(undonePlace);
  const { page, size } = address.search;
  const answer = useAnswer(getUndone, { query: {} }, { keeps: true });
  const { data } = answer;
  const rows = useMemo(() => data?.rows.slice((page - 1) * size, page * size) ?? [], [data, page, size]);
  return (
    <ListPage
      head={
        <PageHead
          title={w.title}
          above={[{ says: f.title, href: hrefOf(absencesPlace) }]}
          note={data ? (data.more ? w.more : w.since(dayWords(data.from, data.today, language))) : undefined}
          help={{ says: w.help, source: 'basis', clause: w.clause }}
        />
      }
    >
      <DataTable
        id="undone-absences"
        says={w.title}
        columns={useColumnsOf()}
        answer={{ ...answer, data: data && { rows, total: data.rows.length } }}
        address={address}
        keyOf={({ childId, day, session, at }) => `${childId} ${day} ${session} ${at}`}
        nameOf={({ name }) => name}
        hrefOf={({ childId }) => hrefOf(childPlace, { id: childId })}
        empty={{ says: w.none }}
      />
    </ListPage>
  );
}

function useColumnsOf(): readonly Column<UndoneLine>[] {
  const w = useWords(undoneWords);
  const say = useSay();
  const { language } = useLanguage();
  const today = useToday();
  return [
    { key: 'name', title: w.name, width: 100, cell: ({ name }) => name },
    { key: 'school', title: w.school, width: 220, cell: ({ school, className }) => `${school} ${className}` },
    { key: 'day', title: w.day, width: 130, cell: ({ day }) => calendarWords(day, today, language) },
    { key: 'to', title: w.to, width: 110, cell: ({ to }) => say(toSays[to]) },
    { key: 'by', title: w.by, width: 230, cell: ({ by, at }) => `${by} ${momentWords(at, today, language)}` },
    { key: 'reason', title: w.reason, cell: ({ reason }) => (reason === '' ? w.sameDay : reason) },
  ];
}

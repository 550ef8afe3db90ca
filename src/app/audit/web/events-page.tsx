import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { useWords } from '../../../ui/shared/language';
import { getEvents } from './calls';
import { EventPanel } from './event-panel';
import { eventsPlace } from './places';
import { TrailTable, useTrailFilters } from './trail-table';
import { auditWords } from './words';

/** 安全事件: what was refused, failed sign-ins, and what was decided about accounts and rights. */
export function EventsPage() {
  const address = useAddress(eventsPlace);
  const { open, ...query } = address.search;
  const answer = useAnswer(getEvents, { query }, { keeps: true });
  const w = useWords(auditWords);
  const filters = useTrailFilters();
  const line = answer.data?.rows.find(({ id }) => id === open);
  return (
    <ListPage head={<PageHead title={w.events} help={{ says: w.eventsHelp, source: 'basis', clause: w.eventsClause }} />}>
      <TrailTable
        id="security-events"
        place={eventsPlace}
        address={address}
        answer={answer}
        filters={filters}
        none={w.noEvents}
      />
      <EventPanel line={line} onClose={() => address.change({ open: undefined })} />
    </ListPage>
  );
}

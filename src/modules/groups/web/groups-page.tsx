import { Button } from 'antd';
import { useAddress, useGo } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { groupOf } from '../rules/groups';
import { getGroups } from './calls';
import { DueList } from './due-list';
import { GroupCounts } from './group-counts';
import { GroupMembers } from './group-members';
import { groupsPlace, listPlace } from './places';
import { groupsWords } from './words';
import './groups.css';

/** 重点人群: how many children stand in each group by which definition; behind a number, the children. */
export function GroupsPage() {
  const w = useWords(groupsWords);
  const say = useSay();
  const address = useAddress(groupsPlace);
  const { group } = address.search;
  const go = useGo();
  const mayMark = holds(useSignedIn(), ['group.mark']);
  const help = { says: w.help, source: 'basis', clause: w.clause } as const;
  if (group !== undefined) {
    const above = [{ says: w.title, href: hrefOf(groupsPlace) }];
    return (
      <ListPage head={<PageHead title={say(groupOf(group))} above={above} note={w.noted} help={help} />}>
        <GroupMembers key={group} group={group} />
      </ListPage>
    );
  }
  return (
    <>
      <PageHead
        title={w.title}
        help={help}
        actions={mayMark ? <Button onClick={() => go(hrefOf(listPlace))}>{w.take}</Button> : null}
      />
      <DueList />
      <Counts />
    </>
  );
}

function Counts() {
  const { data, error, refetch } = useAnswer(getGroups, {});
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  return data ? <GroupCounts view={data} /> : <LoadingState />;
}

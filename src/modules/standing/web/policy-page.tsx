import { Button } from 'antd';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { Loaded } from '../../../ui/desk/loaded';
import { PageHead } from '../../../ui/desk/page-head';
import { useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { getPolicy } from './calls';
import type { OtherNumber } from './other-numbers';
import { policyPlace } from './places';
import { PolicyDialog } from './policy-dialog';
import { PolicyHistory } from './policy-history';
import { PolicyTable } from './policy-table';
import { policyWords } from './policy-words';
import './policy.css';

/** 设置 → 判定口径: every number by which standings are judged, whose it is, and how it came to be so. */
export function PolicyPage({ others }: { readonly others: readonly OtherNumber[] }) {
  const w = useWords(policyWords);
  const { search, change } = useAddress(policyPlace);
  const may = holds(useSignedIn(), ['policy.set']);
  const answer = useAnswer(getPolicy, {});
  const view = answer.data;
  const open = view?.numbers.filter(({ newest }) => !newest.confirmed).length ?? 0;
  const close = () => change({ task: undefined, key: undefined });
  return (
    <>
      <PageHead
        title={w.title}
        help={{ says: w.help, source: 'system' }}
        actions={
          may && open > 0 ? (
            <Button onClick={() => change({ task: 'confirm', key: undefined })}>{w.confirmAll(open)}</Button>
          ) : null
        }
      />
      <Loaded answers={[answer]} rows={12}>
        {view ? (
          <>
            <PolicyTable view={view} others={others} onTask={may ? (task, key) => change({ task, key }) : undefined} />
            <PolicyHistory view={view} />
            {may && search.task ? (
              <PolicyDialog
                view={view}
                task={search.task}
                chosen={search.key}
                onRenew={() => void answer.refetch()}
                onClose={close}
              />
            ) : null}
          </>
        ) : null}
      </Loaded>
    </>
  );
}

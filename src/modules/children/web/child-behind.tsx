import { Tabs } from 'antd';
import { useAddress } from '../../../ui/desk/address';
import { useWords } from '../../../ui/shared/language';
import type { ChildView } from '../contract';
import { ChildSources } from './child-sources';
import { Looks } from './looks';
import type { ChildPageNeeds } from './panels';
import { childPlace, childTabs } from './places';
import { Timeline } from './timeline';
import { childWords } from './words';

/** What stands behind a record, one of three at a time: what happened, the rows of lists, who looked. */
export function ChildBehind({ child, needs }: { readonly child: ChildView; readonly needs: ChildPageNeeds }) {
  const w = useWords(childWords);
  const { search, change } = useAddress(childPlace);
  const parts = {
    timeline: <Timeline child={child} factSays={needs.factSays} />,
    sources: <ChildSources child={child} />,
    looks: <Looks child={child} />,
  };
  return (
    <section aria-label={w.behind}>
      <Tabs
        activeKey={search.tab}
        onChange={(key) =>
          change({ tab: childTabs.find((tab) => tab === key) ?? 'timeline', only: undefined, page: 1 }, { replace: true })
        }
        destroyOnHidden
        items={childTabs.map((key) => ({ key, label: w[key], children: parts[key] }))}
      />
    </section>
  );
}

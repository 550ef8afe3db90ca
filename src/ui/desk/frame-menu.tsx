import { useState } from 'react';
import { useWords } from '../shared/language';
import { defineWords } from '../shared/words';
import { Door } from './door';

/** One word of the menu: a page, or a group of pages. */
export type MenuEntry = {
  readonly key: string;
  readonly says: string;
  readonly href?: string;
  readonly current: boolean;
  readonly useCount?: (() => number | undefined) | undefined;
  readonly pages?: readonly MenuEntry[];
};

const words = defineWords({
  open: { zh: (count: number) => `${count} 项待办`, en: (count: number) => `${count} open` },
});

/** The menu as a list of links; the group one is in stands open, every other one opens with a click. */
export function MenuList({ entries }: { readonly entries: readonly MenuEntry[] }) {
  return (
    <ul className="nol-menu-list">
      {entries.map((entry) => (
        <li key={entry.key}>{entry.pages ? <MenuGroup entry={entry} pages={entry.pages} /> : <MenuLink entry={entry} />}</li>
      ))}
    </ul>
  );
}

function MenuGroup({ entry, pages }: { readonly entry: MenuEntry; readonly pages: readonly MenuEntry[] }) {
  const [opened, setOpened] = useState<boolean>();
  const open = opened ?? entry.current;
  return (
    <>
      <button type="button" className="nol-menu-group" aria-expanded={open} onClick={() => setOpened(!open)}>
        <span className="nol-menu-word">{entry.says}</span>
        <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" focusable="false">
          <path d={open ? 'M1.5 6.5 5 3l3.5 3.5' : 'M1.5 3.5 5 7l3.5-3.5'} fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </button>
      {open ? (
        <ul className="nol-menu-pages">
          {pages.map((page) => (
            <li key={page.key}>
              <MenuLink entry={page} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function MenuLink({ entry }: { readonly entry: MenuEntry }) {
  return (
    <Door className="nol-menu-link" href={entry.href ?? '/'} aria-current={entry.current ? 'page' : undefined}>
      <span className="nol-menu-word">{entry.says}</span>
      {entry.useCount ? <Count useCount={entry.useCount} /> : null}
    </Door>
  );
}

function Count({ useCount }: { readonly useCount: () => number | undefined }) {
  const count = useCount();
  const w = useWords(words);
  if (!count) return null;
  return (
    <span className="nol-menu-count">
      <span aria-hidden="true">{count > 999 ? '999+' : count}</span>
      <span className="nol-unseen">{w.open(count)}</span>
    </span>
  );
}

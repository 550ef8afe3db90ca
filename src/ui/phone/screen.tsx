import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useWords } from '../shared/language';
import { useSession } from '../shared/server-context';
import { defineWords } from '../shared/words';
import { Step, useWay } from './way';
import './phone.css';

// Comes after the page: there is nothing to say before the phone's box is open.
const OutboxSign = lazy(async () => ({ default: (await import('./outbox-sign')).OutboxSign }));

const words = defineWords({
  back: { zh: '返回', en: 'Back' },
  tabs: { zh: '主要页面', en: 'Main pages' },
  demo: { zh: '演示数据：人物均为虚构', en: 'Demo data: every person is fictional' },
});

type ScreenProps = {
  /** What this screen is about. */
  readonly title: string;
  /** What sort of screen it is, where the title names a person: a phone keeps the names of the pages it has shown. */
  readonly kind?: string;
  /** Below it, small: when, who, whether everything is sent. */
  readonly note?: ReactNode;
  /** Where "back" leads from a pasted address; absent on the pages of the tabs. */
  readonly above?: string;
  /** The one action, fixed at the foot. */
  readonly action?: ReactNode;
  /** Its work goes through the phone's box: the bar says so even when all is sent. */
  readonly sends?: boolean;
  readonly children: ReactNode;
};

/** One screen, one job: the title at the top, the content, the one action at the foot. */
export function Screen({ title, kind = title, note, above, action, sends = false, children }: ScreenProps) {
  const session = useSession();
  const w = useWords(words);
  const { back } = useWay();
  useEffect(() => {
    document.title = kind;
  }, [kind]);
  return (
    <>
      <header className="ph-top">
        {session?.demo ? <p className="ph-demo">{w.demo}</p> : null}
        <div className="ph-bar">
          {above ? (
            <button type="button" className="ph-back" onClick={() => back(above)} aria-label={w.back}>
              <svg viewBox="0 0 10 16" width="12" height="20" aria-hidden="true" focusable="false">
                <path d="M8 2L2 8l6 6" fill="none" stroke="currentColor" strokeWidth="1.8" />
              </svg>
            </button>
          ) : null}
          <div className="ph-bar-text">
            <h1>{title}</h1>
            {note ? <p className="ph-note">{note}</p> : null}
          </div>
          <Suspense fallback={null}>
            <OutboxSign always={sends} />
          </Suspense>
        </div>
      </header>
      <main className={action ? 'ph-main ph-main-action' : 'ph-main'}>{children}</main>
      {action ? <div className="ph-action">{action}</div> : null}
    </>
  );
}

type Tab = { readonly href: string; readonly says: string; readonly useCount?: (() => number | undefined) | undefined };

/**
 * The tabs at the foot, at most four; `current` is the address of the one that is open. The page around them has the class
 * `ph-page-tabs`, so that an action stands above them.
 */
export function Tabs({ tabs, current }: { readonly tabs: readonly Tab[]; readonly current: string }) {
  const w = useWords(words);
  return (
    <nav className="ph-tabs" aria-label={w.tabs}>
      {tabs.map((tab) => (
        <Step key={tab.href} href={tab.href} className="ph-tab" current={tab.href === current}>
          {tab.says}
          {tab.useCount ? <Count useCount={tab.useCount} /> : null}
        </Step>
      ))}
    </nav>
  );
}

/** How many things wait somewhere; nothing where none does. */
export function Count({ useCount }: { readonly useCount: () => number | undefined }) {
  const count = useCount();
  return count ? <span className="ph-tab-count">{count}</span> : null;
}

// The way between phone pages: an address each, "back" to where one was with the scroll kept. A router of the desktop's kind would
// weigh as much as half of what a phone may load.
import { createContext, type MouseEvent, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

type Way = {
  readonly path: string;
  readonly search: string;
  readonly go: (href: string, options?: { readonly replace?: boolean }) => void;
  /** To where one came from; from a pasted address to `otherwise`. */
  readonly back: (otherwise: string) => void;
};

const WayContext = createContext<Way | undefined>(undefined);

/** Gives the pages below their way. */
export function WayProvider({ children }: { readonly children: ReactNode }) {
  const [at, setAt] = useState(here);
  useEffect(() => {
    history.scrollRestoration = 'manual';
    const onPop = () => setAt(here());
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, []);
  // Where one had scrolled to is kept with the step of the history.
  useEffect(() => {
    window.scrollTo(0, at.scrolled);
  }, [at]);
  const go = useCallback<Way['go']>((href, { replace = false } = {}) => {
    if (replace) history.replaceState(history.state, '', href);
    else {
      history.replaceState({ ...history.state, scrolled: window.scrollY }, '');
      history.pushState({ inside: true, scrolled: 0 }, '', href);
    }
    setAt(here());
  }, []);
  const back = useCallback(
    (otherwise: string) => (history.state?.inside ? history.back() : go(otherwise, { replace: true })),
    [go],
  );
  const way = useMemo(() => ({ path: at.path, search: at.search, go, back }), [at, go, back]);
  return <WayContext value={way}>{children}</WayContext>;
}

/** Where we are, and the way to elsewhere. */
export function useWay(): Way {
  const way = useContext(WayContext);
  if (!way) throw new Error('a phone page stands outside its WayProvider');
  return way;
}

/** What the address of the page says behind its `?`. */
export function useSaid(): URLSearchParams {
  const { search } = useWay();
  return useMemo(() => new URLSearchParams(search), [search]);
}

type StepProps = { readonly href: string; readonly className?: string; readonly current?: boolean; readonly children: ReactNode };

/** A link to another phone page. */
export function Step({ href, className, current = false, children }: StepProps) {
  const { go } = useWay();
  const open = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a href={href} className={className} onClick={open} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}

function here() {
  return { path: location.pathname, search: location.search, scrolled: Number(history.state?.scrolled ?? 0) };
}

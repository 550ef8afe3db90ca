import { Modal } from 'antd';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useSay, useWords } from '../shared/language';
import { defineWords, type Says } from '../shared/words';

/** A key of a page: `k`, `?`, `ctrl+k`; what it does is told in the list behind `?`. */
type Listed = { readonly key: string; readonly says: Says };
type Binding = Listed & { readonly run: () => void };

const words = defineWords({ title: { zh: '快捷键', en: 'Keys' } });
const listKey: Listed = { key: '?', says: { zh: '看有哪些快捷键', en: 'This list' } };
/** The one key that works inside a field too: from wherever one is, to the search. */
const searchKey = 'ctrl+k';

const KeysContext = createContext<{ readonly add: (binding: Binding) => () => void } | undefined>(undefined);

/** Listens for keys outside of fields, where a letter is a letter; the key bound last wins. `?` lists them. */
export function KeysProvider({ children }: { readonly children: ReactNode }) {
  const bindings = useRef<readonly Binding[]>([]);
  const [shown, setShown] = useState<readonly Listed[]>();
  const add = useCallback((binding: Binding) => {
    bindings.current = [binding, ...bindings.current];
    return () => {
      bindings.current = bindings.current.filter((other) => other !== binding);
    };
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = nameOf(event);
      if (isTyping(event.target) && name !== searchKey) return;
      if (name === '?') setShown([...bindings.current, listKey]);
      const found = bindings.current.find((binding) => binding.key === name);
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const context = useMemo(() => ({ add }), [add]);
  return (
    <KeysContext value={context}>
      {children}
      <KeyList bindings={shown} onClose={() => setShown(undefined)} />
    </KeysContext>
  );
}

function KeyList({ bindings, onClose }: { readonly bindings: readonly Listed[] | undefined; readonly onClose: () => void }) {
  const say = useSay();
  const w = useWords(words);
  return (
    <Modal title={w.title} open={bindings !== undefined} onCancel={onClose} footer={null} width={400} destroyOnHidden>
      <dl className="nol-keys">
        {bindings?.map((binding) => (
          <div key={binding.key}>
            <dt>
              <kbd>{binding.key.replace('ctrl+', 'Ctrl ').toUpperCase()}</kbd>
            </dt>
            <dd>{say(binding.says)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

/** Binds a key while the component that calls it is on the page. */
export function useKey(key: string, says: Says, run: () => void, active = true): void {
  const keys = useContext(KeysContext);
  const latest = useRef(run);
  const meaning = useRef(says);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(
    () => (active ? keys?.add({ key, says: meaning.current, run: () => latest.current() }) : undefined),
    [keys, key, active],
  );
}

function nameOf(event: KeyboardEvent): string {
  const control = event.ctrlKey || event.metaKey;
  return event.altKey ? '' : `${control ? 'ctrl+' : ''}${event.key.toLowerCase()}`;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

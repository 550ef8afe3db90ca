import { type FormEvent, useEffect, useState } from 'react';
import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Button } from '../../../../ui/phone/button';
import { Field } from '../../../../ui/phone/field';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../../../ui/phone/states';
import { useWay } from '../../../../ui/phone/way';
import { useWords } from '../../../../ui/shared/language';
import { useCall } from '../../../../ui/shared/server-context';
import { useSending } from '../../../../ui/shared/use-sending';
import type { FoundChildren } from '../../contract';
import { isWholeNumber, looksLikeNumber } from '../../rules/typed-number';
import { findByNumber, findChildren } from '../calls';
import { useLineParts, useNameOf } from '../line';
import { findWords } from '../words';

/** So long nothing is asked while somebody types on. */
const pauseMs = 300;

/** 查学生: type a name or initials and the children stand below; a whole number is sent off by the button. */
export function FindPage() {
  const w = useWords(findWords);
  const { search, go } = useWay();
  const [typed, setTyped] = useState(() => new URLSearchParams(search).get('q') ?? '');
  const text = typed.trim();
  // What was typed is kept in the address for the way back, but for numbers.
  const asked = usePaused(looksLikeNumber(text) ? '' : text);
  useEffect(() => {
    const before = new URLSearchParams(search).get('q') ?? '';
    if (asked !== before) go(asked === '' ? '/m/children' : `/m/children?q=${encodeURIComponent(asked)}`, { replace: true });
  }, [asked, search, go]);
  return (
    <Screen title={w.title}>
      <Field label={w.short} value={typed} onChange={setTyped} autoComplete="off" maxLength={60} />
      {looksLikeNumber(text) ? <ByNumber key={text} number={text} /> : <ByName text={text} asked={asked} />}
    </Screen>
  );
}

function ByName({ text, asked }: { readonly text: string; readonly asked: string }) {
  const w = useWords(findWords);
  if (text === '') return <Empty says={w.start} />;
  if (asked !== text) return <Loading />;
  return <Named asked={asked} />;
}

function Named({ asked }: { readonly asked: string }) {
  const w = useWords(findWords);
  const { data, refused, again } = usePhoneAnswer(findChildren, { query: { q: asked } });
  if (refused) return <Fault refused={refused} onRetry={again} />;
  return data ? <Hits found={data} why={w.noneWhy} /> : <Loading />;
}

function ByNumber({ number }: { readonly number: string }) {
  const w = useWords(findWords);
  const call = useCall();
  const [found, setFound] = useState<FoundChildren>();
  const { send, busy, refused } = useSending(async () => setFound(await call(findByNumber, { body: { number } })));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(undefined);
  };
  if (found) return <Hits found={found} why={w.noneNumber} />;
  return (
    <form onSubmit={submit}>
      <p className="ph-hint">{w.numberNote}</p>
      {refused ? <Fault refused={refused} /> : null}
      <Button kind="main" type="submit" busy={busy} disabled={!isWholeNumber(number)}>
        {w.submit}
      </Button>
    </form>
  );
}

function Hits({ found, why }: { readonly found: FoundChildren; readonly why: string }) {
  const w = useWords(findWords);
  const partsOf = useLineParts();
  const nameOf = useNameOf();
  if (found.rows.length === 0) return <Empty says={`${w.none}。${why}`} />;
  return (
    <>
      <RowList title={found.alike ? w.alike : w.results}>
        {found.rows.map((child) => (
          <Row
            key={child.childId}
            title={nameOf(child)}
            note={partsOf(child)
              .filter(({ says }) => says !== '')
              .map(({ says }) => says)
              .join(' · ')}
            href={`/m/children/${child.childId}`}
          />
        ))}
      </RowList>
      {found.more ? <p className="ph-hint">{w.more}</p> : null}
    </>
  );
}

/** A text, a little after it was last changed. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

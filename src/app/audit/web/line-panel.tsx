import { useAnswer } from '../../../ui/desk/answers';
import { Facts } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { Loaded } from '../../../ui/desk/loaded';
import { hrefOf } from '../../../ui/desk/place';
import { SidePanel } from '../../../ui/desk/side-panel';
import { useSay, useWords } from '../../../ui/shared/language';
import type { WholeLine } from '../audit-contract';
import { getLine } from './calls';
import { LineFacts } from './line-facts';
import { auditPlace } from './places';
import { LineObject } from './trail-table';
import { auditWords } from './words';

/** One line beside the list: all it says, and what the same request wrote besides. */
export function LinePanel({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }) {
  const w = useWords(auditWords);
  const answer = useAnswer(getLine, { params: { id: id ?? '' } }, { when: id !== undefined });
  const line = id === undefined ? undefined : answer.data;
  return (
    <SidePanel open={id !== undefined} title={w.lineTitle(id ?? '')} onClose={onClose}>
      <Loaded answers={id === undefined ? [] : [answer]}>{line ? <LineContent line={line} /> : null}</Loaded>
    </SidePanel>
  );
}

function LineContent({ line }: { readonly line: WholeLine }) {
  const w = useWords(auditWords);
  const say = useSay();
  const more = [
    { says: w.place, value: w.placeSays(line.chain, line.seq) },
    { says: w.request, value: line.requestId },
  ];
  return (
    <>
      <LineFacts line={line} more={more} />
      <p className="nol-trail-doors">
        {line.object.raw.includes(':') ? (
          <Door href={hrefOf(auditPlace, {}, { object: line.object.raw })}>{w.sameObject}</Door>
        ) : null}
        {line.who ? <Door href={hrefOf(auditPlace, {}, { person: line.who.login })}>{w.samePerson}</Door> : null}
      </p>
      <section className="nol-trail-part">
        <h2>{w.detail}</h2>
        {line.detail.length === 0 ? (
          <p>{w.noDetail}</p>
        ) : (
          <Facts rows={line.detail.map(({ says, value }) => ({ says: say(says), value }))} />
        )}
      </section>
      {line.beside.length > 0 ? <Beside line={line} /> : null}
    </>
  );
}

function Beside({ line }: { readonly line: WholeLine }) {
  const w = useWords(auditWords);
  const say = useSay();
  return (
    <section className="nol-trail-part">
      <h2>{w.beside}</h2>
      <ul className="nol-trail-beside">
        {line.beside.map((other) => (
          <li key={other.id}>
            <Door href={hrefOf(auditPlace, {}, { open: other.id })}>{say(other.says)}</Door> <LineObject object={other.object} />
          </li>
        ))}
      </ul>
    </section>
  );
}

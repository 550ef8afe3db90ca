import { Alert } from 'antd';
import type { z } from 'zod';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { useSay, useWords } from '../../../ui/shared/language';
import type { GuardView } from '../contract';
import { type RegisterKind, registerKinds } from '../rules/register';
import { kindWords } from '../words';
import { newImportPlace } from './places';
import { effectStepWords } from './step-words';

type Guard = z.infer<typeof GuardView>;

const types = { stop: 'error', ask: 'warning', tell: 'info' } as const;

/** What a person must know before a list counts: what stops it, what is to be made sure of, what is good to know. */
export function GuardList({ guards, kind }: { readonly guards: readonly Guard[]; readonly kind: RegisterKind }) {
  const w = useWords(effectStepWords);
  const heads = { stop: w.stops, ask: w.asks, tell: w.tells };
  return (['stop', 'ask', 'tell'] as const).map((severity) => {
    const these = guards.filter((guard) => guard.severity === severity);
    if (these.length === 0) return null;
    return (
      <Alert
        key={severity}
        className="nol-import-note"
        type={types[severity]}
        showIcon
        role={severity === 'tell' ? 'note' : 'alert'}
        title={heads[severity]}
        description={
          <ul className="nol-guards">
            {these.map((guard, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same guard may speak of several files, and none moves
              <li key={at}>
                <GuardSentence guard={guard} kind={kind} />
              </li>
            ))}
          </ul>
        }
      />
    );
  });
}

/** The sentence; with the wrong list, the way to import it as what it looks like. */
function GuardSentence({ guard, kind }: { readonly guard: Guard; readonly kind: RegisterKind }) {
  const w = useWords(effectStepWords);
  const say = useSay();
  const looks = registerKinds.find((other) => other !== kind && other === guard.numbers.looks);
  return (
    <>
      {say(guard)}
      {guard.code === 'wrong-kind' && looks ? (
        <>
          {' '}
          <Door href={hrefOf(newImportPlace, {}, { kind: looks })}>{w.asOther(say(kindWords[looks]))}</Door>
        </>
      ) : null}
    </>
  );
}

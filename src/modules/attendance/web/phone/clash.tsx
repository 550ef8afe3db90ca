import { Button } from '../../../../ui/phone/button';
import { Sheet } from '../../../../ui/phone/sheet';
import { momentWords } from '../../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import type { RollView } from '../../contract';
import { markSays, rollWords } from '../words';
import type { Marks } from './use-marks';

type ClashProps = {
  readonly clash: RollView | undefined;
  /** What is said on this phone. */
  readonly mine: Marks['list'];
  readonly onTheirs: () => void;
  readonly onMine: () => void;
};

/** Somebody else has called the class: what they said, what is said here, and whose word is to count. Nothing is lost either way. */
export function Clash({ clash, mine, onTheirs, onMine }: ClashProps) {
  const r = useWords(rollWords);
  const say = useSay();
  const { language } = useLanguage();
  if (clash === undefined) return null;
  const names = new Map(clash.pupils.map(({ childId, name }) => [childId, name]));
  const inWords = (marked: Marks['list']) => {
    const list = marked.filter(({ mark }) => mark !== 'back');
    if (list.length === 0) return r.clashAll;
    return list.map(({ childId, mark }) => `${names.get(childId) ?? ''} ${say(markSays[mark])}`).join('、');
  };
  const theirs = clash.pupils.flatMap(({ childId, mark }) => (mark === null ? [] : [{ childId, mark }]));
  const when = clash.at === null ? '' : momentWords(clash.at, clash.today, language);
  return (
    <Sheet open title={r.clash(clash.by, when)} onClose={onTheirs} closable={false}>
      <p>{r.clashSays(inWords(theirs))}</p>
      <p>{r.clashMine(inWords(mine))}</p>
      <Button onClick={onTheirs}>{r.takeTheirs}</Button>
      <Button kind="main" onClick={onMine}>
        {r.takeMine}
      </Button>
    </Sheet>
  );
}

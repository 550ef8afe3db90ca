import { Button } from '../../../../ui/phone/button';
import { Sheet } from '../../../../ui/phone/sheet';
import { momentWords } from '../../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import type { RollView } from '../../contract';
import { markSays, rollWords } from '../words';

type ClashProps = { readonly clash: RollView | undefined; readonly onTheirs: () => void; readonly onMine: () => void };

/** Somebody else has called the class: what they said, and whose word is to count. Nothing is lost either way. */
export function Clash({ clash, onTheirs, onMine }: ClashProps) {
  const r = useWords(rollWords);
  const say = useSay();
  const { language } = useLanguage();
  if (clash === undefined) return null;
  const marked = clash.pupils.flatMap(({ name, mark }) =>
    mark === null || mark === 'back' ? [] : [`${name} ${say(markSays[mark])}`],
  );
  const when = clash.at === null ? '' : momentWords(clash.at, clash.today, language);
  return (
    <Sheet open title={r.clash(clash.by, when)} onClose={onTheirs} closable={false}>
      <p>{r.clashSays(marked.length === 0 ? r.clashAll : marked.join('、'))}</p>
      <Button onClick={onTheirs}>{r.takeTheirs}</Button>
      <Button kind="main" onClick={onMine}>
        {r.takeMine}
      </Button>
    </Sheet>
  );
}

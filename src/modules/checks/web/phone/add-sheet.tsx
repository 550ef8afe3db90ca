import { Button } from '../../../../ui/phone/button';
import { ChoiceChips } from '../../../../ui/phone/chip';
import { Field } from '../../../../ui/phone/field';
import { Sheet } from '../../../../ui/phone/sheet';
import { useSay, useWords } from '../../../../ui/shared/language';
import type { Kind, Reason } from '../../rules/kinds';
import { kindSays, reasonSays } from '../../said';
import { type About, useAdding } from '../use-adding';
import type { Added } from '../use-sheet';
import { sheetWords } from '../words';

type AddSheetProps = { readonly about: About; readonly onAdd: (one: Added) => void; readonly onClose: () => void };

/** What the teacher knows better than the data: of a child of the list, or of one that is on no list. */
export function AddSheet({ about, onAdd, onClose }: AddSheetProps) {
  const s = useWords(sheetWords);
  const say = useSay();
  const adding = useAdding(about);
  const { ready } = adding;
  return (
    <Sheet open title={about.childId === null ? s.addTitle : about.name} onClose={onClose}>
      {about.childId === null ? <Field label={s.name} value={adding.name} maxLength={40} onChange={adding.setName} /> : null}
      <ChoiceChips<Kind>
        label={s.what}
        options={adding.kinds.map((value) => ({ value, says: say(kindSays[value]) }))}
        value={adding.kind}
        onChange={adding.choose}
      />
      {adding.reasons.length > 0 ? (
        <ChoiceChips<Reason>
          label={s.why}
          options={adding.reasons.map((value) => ({ value, says: say(reasonSays[value]) }))}
          value={adding.reason}
          onChange={adding.setReason}
        />
      ) : null}
      {adding.reason === undefined ? null : (
        <Field label={s.words} value={adding.words} maxLength={100} onChange={adding.setWords} />
      )}
      <Button kind="main" disabled={ready === undefined} onClick={() => ready && onAdd(ready)}>
        {about.childId === null ? s.add : s.keep}
      </Button>
    </Sheet>
  );
}

import { Button, Input, Modal, Radio } from 'antd';
import { useId } from 'react';
import { useSay, useWords } from '../../../ui/shared/language';
import { kindSays, reasonSays } from '../said';
import { type About, useAdding } from './use-adding';
import type { Added } from './use-sheet';
import { sheetWords } from './words';

type AddDialogProps = { readonly about: About; readonly onAdd: (one: Added) => void; readonly onClose: () => void };

/** What the teacher knows better than the data: of a child of the list, or of one that is on no list. */
export function AddDialog({ about, onAdd, onClose }: AddDialogProps) {
  const s = useWords(sheetWords);
  const say = useSay();
  const id = useId();
  const adding = useAdding(about);
  const { ready } = adding;
  return (
    <Modal open title={about.childId === null ? s.addTitle : about.name} footer={null} width={520} onCancel={onClose}>
      <div className="nol-check-add">
        {about.childId === null ? (
          <>
            <label htmlFor={`${id}-name`}>{s.name}</label>
            <Input id={`${id}-name`} value={adding.name} maxLength={40} onChange={({ target }) => adding.setName(target.value)} />
          </>
        ) : null}
        <fieldset>
          <legend>{s.what}</legend>
          <Radio.Group
            value={adding.kind}
            options={adding.kinds.map((value) => ({ value, label: say(kindSays[value]) }))}
            onChange={({ target }) => adding.choose(target.value)}
          />
        </fieldset>
        {adding.reasons.length > 0 ? (
          <fieldset>
            <legend>{s.why}</legend>
            <Radio.Group
              value={adding.reason}
              options={adding.reasons.map((value) => ({ value, label: say(reasonSays[value]) }))}
              onChange={({ target }) => adding.setReason(target.value)}
            />
          </fieldset>
        ) : null}
        <label htmlFor={`${id}-words`}>{s.words}</label>
        <Input id={`${id}-words`} value={adding.words} maxLength={100} onChange={({ target }) => adding.setWords(target.value)} />
        <Button type="primary" disabled={ready === undefined} onClick={() => ready && onAdd(ready)}>
          {about.childId === null ? s.add : s.keep}
        </Button>
      </div>
    </Modal>
  );
}

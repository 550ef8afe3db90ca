import { Modal } from 'antd';
import { useState } from 'react';
import { useGo } from '../../../ui/desk/address';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { useWords } from '../../../ui/shared/language';
import { looksLikeNumber } from '../rules/typed-number';
import { FindField } from './find-field';
import { childPlace, findPlace } from './places';
import { findWords } from './words';

/** The search over whatever page is open: Ctrl K, type, Enter. */
export function FindDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const w = useWords(findWords);
  return (
    <Modal open={open} title={w.title} onCancel={onClose} footer={null} width={760} destroyOnHidden style={{ top: 72 }}>
      <Inside onClose={onClose} />
    </Modal>
  );
}

function Inside({ onClose }: { readonly onClose: () => void }) {
  const w = useWords(findWords);
  const go = useGo();
  const [typed, setTyped] = useState('');
  return (
    <div className="find-over">
      <FindField
        typed={typed}
        onType={setTyped}
        onOpened={onClose}
        onFirst={({ childId }) => {
          onClose();
          go(hrefOf(childPlace, { id: childId }));
        }}
      />
      <p className="find-foot">
        <Door href={hrefOf(findPlace, {}, { q: looksLikeNumber(typed) ? '' : typed })} onClick={onClose}>
          {w.onPage}
        </Door>
      </p>
    </div>
  );
}

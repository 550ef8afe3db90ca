import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../ui/shared/language';
import { useCall } from '../../../ui/shared/server-context';
import { RecoveryCodes } from '../../desk/enrolment';
import { renewCodes } from './calls';
import { ownWords } from './own-words';
import { PasswordStep } from './password-step';

type DialogProps = { readonly open: boolean; readonly onClose: () => void };

/** Ten new recovery codes, shown once, for whoever gives the password. */
export function CodesDialog({ open, onClose }: DialogProps) {
  const w = useWords(ownWords);
  return (
    <Modal open={open} title={w.codes} onCancel={onClose} footer={null} width={400} destroyOnHidden>
      <Codes onClose={onClose} />
    </Modal>
  );
}

function Codes({ onClose }: Pick<DialogProps, 'onClose'>) {
  const w = useWords(ownWords);
  const call = useCall();
  const [codes, setCodes] = useState<readonly string[]>();
  if (!codes)
    return <PasswordStep onSubmit={async (password) => setCodes((await call(renewCodes, { body: { password } })).codes)} />;
  return (
    <>
      <p className="nol-me-why">{w.codesWhy}</p>
      <RecoveryCodes codes={codes} />
      <Button type="primary" onClick={onClose}>
        {w.written}
      </Button>
    </>
  );
}

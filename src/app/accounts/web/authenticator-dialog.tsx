import { Modal } from 'antd';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useTell } from '../../../ui/desk/tell';
import { useWords } from '../../../ui/shared/language';
import { ShownAuthenticator } from '../../desk/enrolment';
import { ownWords } from './own-words';
import { PasswordStep } from './password-step';
import { useAuthenticator } from './use-authenticator';

type DialogProps = {
  readonly open: boolean;
  /** Whoever has an authenticator shows by the password that it is he. */
  readonly confirms: boolean;
  readonly onClose: () => void;
};

/** Sets up an authenticator, or another one in the place of the present one, which counts until the new one has given its first code. */
export function AuthenticatorDialog({ open, confirms, onClose }: DialogProps) {
  const w = useWords(ownWords);
  return (
    <Modal open={open} title={confirms ? w.rebind : w.bind} onCancel={onClose} footer={null} width={760} destroyOnHidden>
      <Steps confirms={confirms} onClose={onClose} />
    </Modal>
  );
}

function Steps({ confirms, onClose }: Omit<DialogProps, 'open'>) {
  const w = useWords(ownWords);
  const tell = useTell();
  const { shown, refused, show, confirm } = useAuthenticator(confirms, () => {
    tell.done(w.boundNow);
    onClose();
  });
  if (refused) return <ErrorState refused={refused} />;
  if (shown) return <ShownAuthenticator enrolment={shown} why={w.bindWhy} onCode={confirm} />;
  return confirms ? <PasswordStep onSubmit={show} /> : <LoadingState rows={4} />;
}

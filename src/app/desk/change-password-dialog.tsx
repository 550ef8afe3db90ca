import { Modal } from 'antd';
import { useTell } from '../../ui/desk/tell';
import { useWords } from '../../ui/shared/language';
import { useServer } from '../../ui/shared/server-context';
import { changePassword } from '../../ui/shared/session';
import { NewPasswordForm } from './sign-in-forms';
import { signInWords } from './sign-in-words';

/** Changes one's own password; the session goes on under the new one. */
export function ChangePasswordDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const w = useWords(signInWords);
  const server = useServer();
  const tell = useTell();
  const change = async (current: string, next: string) => {
    server.admit(await server.call(changePassword, { body: { current, next } }));
    tell.done(w.changed);
    onClose();
  };
  return (
    <Modal open={open} title={w.changeTitle} onCancel={onClose} footer={null} width={400} destroyOnHidden>
      <NewPasswordForm onSubmit={change} />
    </Modal>
  );
}

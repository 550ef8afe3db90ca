import { Modal } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useTell } from '../../../ui/desk/tell';
import { useWords } from '../../../ui/shared/language';
import { isRefused, type Refused } from '../../../ui/shared/refused';
import { useServer } from '../../../ui/shared/server-context';
import { type ShownEnrolment, sendCode } from '../../../ui/shared/session';
import { ShownAuthenticator } from '../../desk/enrolment';
import { showAuthenticator } from './calls';
import { ownWords } from './own-words';
import { PasswordStep } from './password-step';

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
  const server = useServer();
  const tell = useTell();
  const [shown, setShown] = useState<ShownEnrolment>();
  const [refused, setRefused] = useState<Refused>();
  const show = useCallback(
    async (password?: string) =>
      setShown(await server.call(showAuthenticator, { body: password === undefined ? {} : { password } })),
    [server],
  );
  useEffect(() => {
    if (confirms) return;
    show().catch((error: unknown) => {
      if (!isRefused(error)) throw error;
      setRefused(error);
    });
  }, [confirms, show]);
  const confirm = async (code: string) => {
    server.admit(await server.call(sendCode, { body: { code } }));
    tell.done(w.boundNow);
    onClose();
  };
  if (refused) return <ErrorState refused={refused} />;
  if (shown) return <ShownAuthenticator enrolment={shown} why={w.bindWhy} onCode={confirm} />;
  return confirms ? <PasswordStep onSubmit={show} /> : <LoadingState rows={4} />;
}

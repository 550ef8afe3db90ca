import { type ReactNode, useState } from 'react';
import { usePath } from '../../ui/desk/address';
import { Frame } from '../../ui/desk/frame';
import { useSay } from '../../ui/shared/language';
import { useSignedIn } from '../../ui/shared/server-context';
import { holds } from '../../ui/shared/session';
import { ChangePasswordDialog } from './change-password-dialog';
import { menuOf } from './menu';
import { menuGroups, pages } from './pages';

/** The frame with the menu of whoever is signed in. */
export function DeskFrame({ children }: { readonly children: ReactNode }) {
  const session = useSignedIn();
  const say = useSay();
  const path = usePath();
  const [changing, setChanging] = useState(false);
  const menu = menuOf({ groups: menuGroups, pages, may: (permissions) => holds(session, permissions), path, say });
  return (
    <Frame menu={menu} onChangePassword={() => setChanging(true)}>
      {children}
      <ChangePasswordDialog open={changing} onClose={() => setChanging(false)} />
    </Frame>
  );
}

import { type ReactNode, useState } from 'react';
import { FindDialog, findWords } from '../../modules/children/web';
import { usePath } from '../../ui/desk/address';
import { Frame } from '../../ui/desk/frame';
import { hrefOf } from '../../ui/desk/place';
import { useSay } from '../../ui/shared/language';
import { useSignedIn } from '../../ui/shared/server-context';
import { holds } from '../../ui/shared/session';
import { mePlace } from '../accounts/web/places';
import { ChangePasswordDialog } from './change-password-dialog';
import { menuOf } from './menu';
import { menuGroups, pages } from './pages';

/** The frame with the menu of whoever is signed in. */
export function DeskFrame({ children }: { readonly children: ReactNode }) {
  const session = useSignedIn();
  const say = useSay();
  const path = usePath();
  const [changing, setChanging] = useState(false);
  const [finding, setFinding] = useState(false);
  const search = holds(session, ['child.find']) ? { says: findWords.box, open: () => setFinding(true) } : undefined;
  const menu = menuOf({ groups: menuGroups, pages, may: (permissions) => holds(session, permissions), path, say });
  return (
    <Frame menu={menu} {...(search ? { search } : {})} accountHref={hrefOf(mePlace)} onChangePassword={() => setChanging(true)}>
      {children}
      {search ? <FindDialog open={finding} onClose={() => setFinding(false)} /> : null}
      <ChangePasswordDialog open={changing} onClose={() => setChanging(false)} />
    </Frame>
  );
}

// Each piece of the desktop kit on a page of its own, for the tests beside it; also the shortest example of its use.
import { createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { SignInAgain } from '../../src/app/desk/sign-in-again';
import { DeskProvider } from '../../src/ui/desk/desk-provider';
import { Frame } from '../../src/ui/desk/frame';
import { parseSearch } from '../../src/ui/desk/place';
import { begin } from '../../src/ui/shared/begin';
import { useFirstLook, useSession } from '../../src/ui/shared/server-context';
import { FormPage } from './form-page';
import { ListsPage } from './lists-page';
import { PiecesPage } from './pieces-page';

const menu = ['/lists', '/form', '/pieces'].map((href) => ({ key: href, says: href.slice(1), href, current: false }));
const search = { says: { zh: '查学校：名称', en: 'Find a school: name' }, open: () => document.title && undefined };

const root = createRootRoute({
  component: () => (
    <Frame menu={menu} search={search} onChangePassword={() => undefined}>
      <Outlet />
    </Frame>
  ),
});
const at = (path: string, component: () => React.ReactNode) => createRoute({ getParentRoute: () => root, path, component });
const router = createRouter({
  routeTree: root.addChildren([at('/lists', ListsPage), at('/form', FormPage), at('/pieces', PiecesPage)]),
  parseSearch,
});

function Kit() {
  useFirstLook();
  if (!useSession()) return null;
  return (
    <>
      <RouterProvider router={router} />
      <SignInAgain />
    </>
  );
}

begin(
  <DeskProvider>
    <Kit />
  </DeskProvider>,
);

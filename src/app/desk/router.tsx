import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import type { DeskPage } from '../../ui/desk/page';
import { parseSearch } from '../../ui/desk/place';
import { LoadingState } from '../../ui/desk/states';
import { useSignedIn } from '../../ui/shared/server-context';
import { holds } from '../../ui/shared/session';
import { DeskFrame } from './desk-frame';
import { NoRightPage, NotFoundPage, PageFault } from './no-page';
import { pages } from './pages';

const root = createRootRoute({
  component: () => (
    <DeskFrame>
      <Outlet />
    </DeskFrame>
  ),
  notFoundComponent: NotFoundPage,
});

const routes = pages.map((page) =>
  createRoute({
    getParentRoute: () => root,
    // Our places say `:id`, as the server's routes do; this router says `$id`.
    path: page.place.path.replace(/:(\w+)/g, '$$$1'),
    component: () => (
      <Allowed page={page}>
        <page.component />
      </Allowed>
    ),
    errorComponent: PageFault,
  }),
);

/** Every page at its address. The search stays as texts; each page reads its own with the shape of its place. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch,
  stringifySearch: (search) => {
    const written = new URLSearchParams();
    for (const [key, value] of Object.entries(search)) {
      for (const each of Array.isArray(value) ? value : [value]) written.append(key, String(each));
    }
    return written.toString() === '' ? '' : `?${written}`;
  },
});

/** A page for those who may see it, a sentence for the others; the server decides again with each request. */
function Allowed({ page, children }: { readonly page: DeskPage; readonly children: ReactNode }) {
  const session = useSignedIn();
  if (!holds(session, page.permissions)) return <NoRightPage />;
  return <Suspense fallback={<LoadingState />}>{children}</Suspense>;
}

import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { loadGuardianPage } from '../../modules/leave/web/phone';
import { DoorsContext } from '../../ui/phone/doors';
import type { PhonePage } from '../../ui/phone/page';
import { matchPath } from '../../ui/phone/path';
import { Screen, Tabs } from '../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../ui/phone/states';
import { Step, useWay } from '../../ui/phone/way';
import { useWords } from '../../ui/shared/language';
import { useFirstLook, useSession } from '../../ui/shared/server-context';
import { signInStep } from '../../ui/shared/session';
import { useStartWithoutNetwork } from './offline-start';
import { doors, pages } from './pages';
import { SignInAgain } from './sign-in-again';
import { SignInPage } from './sign-in-page';
import { TabsLeft, useTabs } from './tabs';
import { phoneWords } from './words';

/** What lies before the sign-in: few people come here, and once. */
const publicPages: Readonly<Record<string, ComponentType>> = {
  '/m/invitation': lazy(async () => ({ default: (await import('./invitation-page')).InvitationPage })),
  '/l': lazy(async () => ({ default: (await loadGuardianPage()).GuardianPage })),
  '/m/oidc': lazy(async () => ({ default: (await import('./oidc-page')).OidcPage })),
};

/** The whole phone: the sign-in page until somebody is in, then the page of the address with the tabs below it. */
export function Phone() {
  const session = useSession();
  const { refused, retry } = useFirstLook();
  const mayKnow = useStartWithoutNetwork(session === undefined && publicPages[location.pathname] === undefined, refused);
  if (!session) return refused && !mayKnow ? <Fault refused={refused} onRetry={retry} /> : <Loading />;
  const PublicPage = publicPages[location.pathname];
  if (PublicPage) {
    return (
      <Suspense fallback={<Loading />}>
        <PublicPage />
      </Suspense>
    );
  }
  if (!session.signedIn || signInStep(session) !== 'done') return <SignInPage session={session} />;
  return (
    <>
      <Pages />
      <SignInAgain owner={session} />
    </>
  );
}

function Pages() {
  // After the page: what keeps the pages on the phone is no part of opening one.
  useEffect(() => void import('./shell').then(({ keepShell }) => keepShell()), []);
  const { path } = useWay();
  const { mine, shown, left } = useTabs(pages);
  const wanted = matchPath('/m/', path) ? (shown[0]?.href ?? path) : path;
  const found = pageAt(mine, wanted);
  if (!found) return <NoPage />;
  const Component = found.page.component;
  const tabbed = found.page.tab !== undefined && shown.length > 1;
  return (
    <div className={tabbed ? 'ph-page ph-page-tabs' : 'ph-page'}>
      <TabsLeft.Provider value={left}>
        <DoorsContext.Provider value={doors}>
          <Suspense fallback={<Loading />}>
            <Component params={found.params} />
          </Suspense>
        </DoorsContext.Provider>
      </TabsLeft.Provider>
      {tabbed ? <Tabs tabs={shown} current={wanted} /> : null}
    </div>
  );
}

function pageAt(mine: readonly PhonePage[], path: string) {
  for (const page of mine) {
    const params = matchPath(page.path, path);
    if (params) return { page, params };
  }
  return undefined;
}

/** No page of this person has the address: not there, or not his; the two cannot be told apart. */
function NoPage() {
  const w = useWords(phoneWords);
  return (
    <div className="ph-page">
      <Screen title={w.lost} above="/m/">
        <Empty says={w.lostWhy} next={<Step href="/m/">{w.start}</Step>} />
      </Screen>
    </div>
  );
}

import { Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { CountySign } from '../shared/county-sign';
import { useWords } from '../shared/language';
import { recall, remember } from '../shared/remembered';
import { useSignedIn } from '../shared/server-context';
import { defineWords, type Says } from '../shared/words';
import { usePath } from './address';
import { Door } from './door';
import { type MenuEntry, MenuList } from './frame-menu';
import { LanguageSwitch } from './language-switch';
import { SearchBox } from './search-box';
import { UserMenu } from './user-menu';
import './frame.css';

const words = defineWords({
  skip: { zh: '跳到正文', en: 'Skip to content' },
  menu: { zh: '菜单', en: 'Menu' },
  close: { zh: '收起菜单', en: 'Narrow the menu' },
  open: { zh: '展开菜单', en: 'Widen the menu' },
  demo: {
    zh: '演示数据：人物均为虚构，请勿填写真实信息。',
    en: 'Demo data: every person is fictional. Enter nothing real.',
  },
  name: { zh: (county: string) => `${county}控辍保学`, en: (county: string) => `${county} · Not One Less` },
});

type FrameProps = {
  readonly menu: readonly MenuEntry[];
  /** Only when there is something to search with. */
  readonly search?: { readonly says: Says; readonly open: () => void };
  /** More entries of the menu behind the user's name. */
  readonly onChangePassword: () => void;
  /** Where one's own account is. */
  readonly accountHref?: string;
  readonly children: ReactNode;
};

/** What stands around every desktop page: the county, the search, the user at the top; the menu at the left. */
export function Frame({ menu, search, onChangePassword, accountHref, children }: FrameProps) {
  const { demo } = useSignedIn();
  const w = useWords(words);
  const [narrow, setNarrow] = useState(() => recall('menu') === 'narrow');
  const fold = () => {
    remember('menu', narrow ? 'wide' : 'narrow');
    setNarrow(!narrow);
  };
  return (
    <div className={`nol-frame${narrow ? ' nol-frame-narrow' : ''}`}>
      <a className="nol-skip" href="#content">
        {w.skip}
      </a>
      {demo ? <DemoBanner /> : null}
      <header className="nol-top">
        <SmallScreenMenu menu={menu} />
        <CountyName />
        {search ? <SearchBox says={search.says} onOpen={search.open} /> : <span className="nol-top-gap" />}
        <LanguageSwitch />
        <UserMenu accountHref={accountHref} onChangePassword={onChangePassword} />
      </header>
      <nav className="nol-menu" aria-label={w.menu}>
        <MenuList entries={menu} />
        <button type="button" className="nol-menu-fold" onClick={fold} aria-expanded={!narrow}>
          <span aria-hidden="true">{narrow ? '»' : '«'}</span>
          <span className={narrow ? 'nol-unseen' : ''}> {narrow ? w.open : w.close}</span>
        </button>
      </nav>
      <main className="nol-main" id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** On every page of a county of fictional people, so that nobody takes it for a real one (design: no default accounts elsewhere). */
export function DemoBanner() {
  return <p className="nol-demo">{useWords(words).demo}</p>;
}

/** What the system calls itself in a county. */
export function useSystemName(county: string): string {
  return useWords(words).name(county);
}

function CountyName() {
  const name = useSystemName(useSignedIn().county.name);
  return (
    <Door className="nol-county" href="/">
      <CountySign size={22} />
      <span>{name}</span>
    </Door>
  );
}

/** Below 900 px the menu stands behind a button; another page closes it. */
function SmallScreenMenu({ menu }: { readonly menu: readonly MenuEntry[] }) {
  const w = useWords(words);
  const path = usePath();
  const [openOn, setOpenOn] = useState<string>();
  return (
    <>
      <button type="button" className="nol-menu-open" onClick={() => setOpenOn(path)}>
        {w.menu}
      </button>
      <Drawer title={w.menu} placement="left" size={240} open={openOn === path} onClose={() => setOpenOn(undefined)}>
        <MenuList entries={menu} />
      </Drawer>
    </>
  );
}

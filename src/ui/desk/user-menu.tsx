import { Dropdown, type MenuProps } from 'antd';
import { useSay, useWords } from '../shared/language';
import { isRefused } from '../shared/refused';
import { useSignedIn, useSignOut } from '../shared/server-context';
import { defineWords } from '../shared/words';
import { useGo } from './address';
import { useTell } from './tell';

const words = defineWords({
  user: { zh: (name: string) => `${name}，我的账号`, en: (name: string) => `${name}, my account` },
  account: { zh: '我的账号和设备', en: 'My account and devices' },
  password: { zh: '修改密码', en: 'Change password' },
  leave: { zh: '退出登录', en: 'Sign out' },
});

type UserMenuProps = {
  /** Where one's own account is: devices, authenticator; absent where there is no such page. */
  readonly accountHref?: string | undefined;
  readonly onChangePassword: () => void;
};

/** Behind the name: who one is here, the password, the way out. */
export function UserMenu({ accountHref, onChangePassword }: UserMenuProps) {
  const { user, grants } = useSignedIn();
  const say = useSay();
  const w = useWords(words);
  const signOut = useSignOut();
  const go = useGo();
  const tell = useTell();
  const leave = () => {
    signOut().catch((error: unknown) => {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    });
  };
  const roles = [...new Set(grants.map((grant) => say(grant.says)))];
  const items: MenuProps['items'] = [
    {
      key: 'who',
      type: 'group',
      label: (
        <div className="nol-user-who">
          <b>{user.name}</b>
          <span>{user.unit}</span>
          {roles.map((role) => (
            <span key={role}>{role}</span>
          ))}
        </div>
      ),
    },
    { type: 'divider' },
    ...(accountHref === undefined ? [] : [{ key: 'account', label: w.account, onClick: () => go(accountHref) }]),
    { key: 'password', label: w.password, onClick: onChangePassword },
    { key: 'leave', label: w.leave, onClick: leave },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="nol-top-button nol-user" aria-label={w.user(user.name)}>
        {user.name}
        <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" focusable="false">
          <path d="M1.5 3.5 5 7l3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </button>
    </Dropdown>
  );
}

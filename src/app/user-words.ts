/** What `nol user` says. */
export const userWords = {
  noAct: {
    zh: '请写明做什么：nol user list、add、disable 或 reset；nol user --help 看怎样用。',
    en: 'Say what to do: nol user list, add, disable or reset; nol user --help shows how.',
  },
  wrongField: {
    zh: '没有建立：--{name} 缺少或写得不对。请写明登录名（--login）、姓名（--name）、单位（--unit）。',
    en: 'Not made: --{name} is missing or wrong. Give --login, --name and --unit.',
  },
  noOffice: {
    zh: '没有建立：--office 只能是 {offices} 之一；别的岗位请在浏览器里授权。',
    en: 'Not made: --office is one of {offices}; other roles are given in a browser.',
  },
  noLogin: { zh: '请用 --login 写明是哪个账号。', en: 'Say which account with --login.' },
  noReason: {
    zh: '请用 --reason 写明原因，会记进审计。',
    en: 'Say why with --reason; it goes into the audit trail.',
  },
  code: {
    zh: '账号 {login} 的邀请码：{code}（{until} 前有效，只显示这一次）。请本人打开登录页，点“我有邀请码”，自己设密码。',
    en: 'Invitation for {login}: {code} (good until {until}, shown this once). Its person opens the sign-in page, enters it and chooses a password.',
  },
  disabledNow: {
    zh: '账号 {login} 已停用，正在用的登录也已结束。',
    en: 'The account {login} is disabled and signed out.',
  },
  listed: { zh: '列出 {shown} 个账号，共 {total} 个。', en: '{shown} of {total} accounts.' },
  active: { zh: '在用', en: 'in use' },
  invited: { zh: '未启用', en: 'invited' },
  disabled: { zh: '停用', en: 'disabled' },
  withSecond: { zh: '已绑定验证器', en: 'with authenticator' },
  withoutSecond: { zh: '没有验证器', en: 'no authenticator' },
  never: { zh: '从未登录', en: 'never signed in' },
} as const;

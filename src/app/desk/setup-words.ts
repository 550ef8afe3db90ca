import { defineWords } from '../../ui/shared/words';

/** The words of the first setup of a county. */
export const setupWords = defineWords({
  title: { zh: '初始设置', en: 'First setup' },
  why: {
    zh: '设立三位管理员和一位局领导，要由四个人担任。填好后每人得到一张邀请单，自己设密码。以后的账号和授权都由他们来办。',
    en: 'Appoint three administrators and the leader of the bureau: four people. Each gets an invitation and chooses a password; they see to everybody else.',
  },
  secret: { zh: '安装口令', en: 'Setup secret' },
  secretHint: {
    zh: '程序启动时显示在服务器屏幕上，24 小时内有效，只能用一次。没记下就重新启动程序。',
    en: 'The program shows it on the console of the server when it starts; good for 24 hours, once. Restart the program for another.',
  },
  'system-admin': { zh: '系统管理员', en: 'System administrator' },
  'system-admin-why': {
    zh: '建账号、发邀请码，看不到学生，也不能授权。',
    en: 'Makes accounts and invitations; sees no child, gives no right.',
  },
  'security-admin': { zh: '安全管理员', en: 'Security administrator' },
  'security-admin-why': {
    zh: '申请、批准授权，看安全事件，看不到学生。',
    en: 'Asks for and approves rights, watches security events; sees no child.',
  },
  'audit-admin': { zh: '审计管理员', en: 'Audit administrator' },
  'audit-admin-why': { zh: '查看和验证审计记录，不能改任何东西。', en: 'Looks at the trail and verifies it; changes nothing.' },
  'bureau-leader': { zh: '教育局领导', en: 'Bureau leader' },
  'bureau-leader-why': {
    zh: '授权时的第二个人：安全管理员申请，局领导批准。',
    en: 'The second person for rights: the security administrator asks, the leader approves.',
  },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '单位', en: 'Unit' },
  login: { zh: '登录名', en: 'Login' },
  submit: { zh: '设立并生成邀请单', en: 'Appoint them and make the slips' },
  closed: { zh: '现在不需要初始设置。', en: 'There is nothing to set up.' },
  closedWhy: {
    zh: '已经有人能登录，或者安装口令过了 24 小时。过期的话，请重新启动程序，用屏幕上新的口令。',
    en: 'Somebody can sign in already, or the secret is older than 24 hours; then restart the program and use the new one.',
  },
  toSignIn: { zh: '去登录', en: 'To the sign-in' },
});

import { defineWords } from '../../ui/shared/words';

/** The words of signing in, for the page and for the dialog over a page. */
export const signInWords = defineWords({
  title: { zh: '登录', en: 'Sign in' },
  login: { zh: '账号', en: 'Account' },
  password: { zh: '密码', en: 'Password' },
  enter: { zh: '登录', en: 'Sign in' },
  code: { zh: '验证器上的 6 位数字', en: 'Six digits of your authenticator' },
  codeTitle: { zh: '再验证一步', en: 'One more step' },
  codeHint: {
    zh: '打开手机上的验证器，填写现在显示的数字。手机不在身边，就填一个备用码。',
    en: 'Open the authenticator on your phone and enter what it shows now; or one of your recovery codes.',
  },
  sendCode: { zh: '验证并进入', en: 'Verify and enter' },
  enrolTitle: { zh: '绑定验证器', en: 'Set up your authenticator' },
  enrolWhy: {
    zh: '您的岗位需要两步验证。请用手机上的验证器（任何支持 TOTP 的应用）扫这个码，再填写它显示的 6 位数字。',
    en: 'Your role needs a second step. Scan this with an authenticator on your phone (any app that knows TOTP), then enter the six digits it shows.',
  },
  secret: { zh: '扫不了？把这串字符填进验证器', en: 'Cannot scan? Enter this in the authenticator' },
  recovery: {
    zh: '备用码：手机不在身边时，每个可以用一次。只显示这一回，请抄下来收好。',
    en: 'Recovery codes: each works once when the phone is not at hand. They are shown this once; write them down.',
  },
  passwordTitle: { zh: '换一个自己的密码', en: 'Choose a password of your own' },
  passwordWhy: {
    zh: '现在的密码是别人给的，只能用这一次。',
    en: 'The present password was given to you and works this once.',
  },
  changeTitle: { zh: '修改密码', en: 'Change password' },
  current: { zh: '现在的密码', en: 'Present password' },
  next: { zh: '新密码', en: 'New password' },
  nextHint: {
    zh: '至少 12 个字符，字母大小写、数字、符号混着用；一句只有自己知道的话最好记。不要用姓名、生日、电话。',
    en: 'At least 12 characters with capitals, digits and signs among them; a sentence only you know is best. No names, birthdays or phone numbers.',
  },
  again: { zh: '再写一遍新密码', en: 'New password again' },
  change: { zh: '换成新密码', en: 'Change the password' },
  changed: { zh: '密码已换好，下次用新密码登录。', en: 'The password is changed; use it from now on.' },
  otherAccount: { zh: '换一个账号登录', en: 'Use another account' },
  againTitle: { zh: '请重新登录', en: 'Please sign in again' },
  againWhy: {
    zh: '登录已经结束。重新登录后接着办，填写的内容都还在。',
    en: 'Your session has ended. Sign in and go on; what you typed is still here.',
  },
  haveInvitation: { zh: '我有邀请码', en: 'I have an invitation' },
  oidc: { zh: (name: string) => `用${name}登录`, en: (name: string) => `Sign in with ${name}` },
  backToSignIn: { zh: '回到登录', en: 'Back to the sign-in' },
  setupOpen: { zh: '还没有人能登录，系统等着初始设置。', en: 'Nobody can sign in yet: the system waits to be set up.' },
  toSetup: { zh: '去初始设置', en: 'To the setup' },
  invitationTitle: { zh: '接受邀请', en: 'Accept an invitation' },
  invitationWhy: {
    zh: '邀请码在系统管理员给您的邀请单上。',
    en: 'The code is on the slip that the system administrator gave you.',
  },
  invitationCode: { zh: '邀请码', en: 'Code of the invitation' },
  invitationHint: { zh: '四组字母和数字，不分大小写。', en: 'Four groups of letters and digits; capitals do not matter.' },
  firstPassword: { zh: '设一个自己的密码', en: 'Choose a password' },
  goOn: { zh: '继续', en: 'Go on' },
  invitedWhy: {
    zh: '请核对是不是您本人，再设一个自己的密码。',
    en: 'Make sure this is you, then choose a password of your own.',
  },
  person: { zh: '姓名', en: 'Name' },
  unit: { zh: '单位', en: 'Unit' },
  setPassword: { zh: '设好密码并登录', en: 'Set the password and enter' },
  demoTitle: { zh: '演示账号', en: 'Demo accounts' },
  demoWhy: {
    zh: '点一行就填好账号和密码。这个县和这些人都是虚构的。',
    en: 'Click one to fill in account and password. The county and its people are fictional.',
  },
});

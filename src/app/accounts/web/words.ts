import { defineWords, type Language, type Says } from '../../../ui/shared/words';

/** 账号: the list, one of them beside it, and what is done to it. */
export const accountWords = defineWords({
  title: { zh: '账号', en: 'Accounts' },
  help: {
    zh: '一人一个账号。系统管理员建账号、发邀请码；能看什么、能办什么由安全管理员授权，两件事不由一个人做。',
    en: 'One account a person. The system administrator makes it; the security administrator gives it rights: never one hand for both.',
  },
  clause: {
    zh: '等保 2.0 8.1.4.2：账户和权限分离，及时清理多余、过期账户',
    en: 'GB/T 22239-2019 8.1.4.2: accounts and rights apart, stale ones removed',
  },
  list: { zh: '账号名单', en: 'List of accounts' },
  none: { zh: '还没有账号。', en: 'There are no accounts yet.' },
  q: { zh: '姓名、登录名或单位', en: 'Name, login or unit' },
  state: { zh: '状态', en: 'State' },
  invited: { zh: '还没启用', en: 'Not in use yet' },
  active: { zh: '在用', en: 'In use' },
  disabled: { zh: '已停用', en: 'Disabled' },
  name: { zh: '姓名', en: 'Name' },
  login: { zh: '登录名', en: 'Login' },
  loginHint: { zh: '字母、数字或汉字，2 到 40 个；建好以后不能改。', en: 'Letters or digits, 2 to 40; it stays as it is.' },
  unit: { zh: '单位', en: 'Unit' },
  roles: { zh: '岗位', en: 'Roles' },
  noRoles: { zh: '还没有授权', en: 'No rights yet' },
  waiting: { zh: '待批准', en: 'waits for approval' },
  secondFactor: { zh: '两步验证', en: 'Second step' },
  bound: { zh: '已绑定验证器', en: 'Authenticator set up' },
  unbound: { zh: '没有绑定', en: 'None' },
  seen: { zh: '最近登录', en: 'Last seen' },
  never: { zh: '从未登录', en: 'Never' },
  made: { zh: '建立', en: 'Made' },
  invitation: { zh: '邀请码', en: 'Invitation' },
  invitedUntil: { zh: (day: string) => `已发，${day} 前有效`, en: (day: string) => `out, good until ${day}` },
  noInvitation: { zh: '没有可用的', en: 'None that is good' },
  add: { zh: '新建账号', en: 'New account' },
  fromSheet: { zh: '成批建账号', en: 'Accounts from a sheet' },
  change: { zh: '修改', en: 'Change' },
  save: { zh: '保存修改', en: 'Save the change' },
  leave: { zh: '不改了', en: 'Leave it' },
  added: {
    zh: (name: string) => `已新建${name}的账号。请生成邀请码交给本人。`,
    en: (name: string) => `The account of ${name} was made. Make an invitation for its person.`,
  },
  changed: { zh: '账号已修改。', en: 'The account was changed.' },
  inviteWhy: {
    zh: '本人凭邀请码自己设密码；忘了密码也这样办。新码一出，旧码作废。',
    en: 'With it the person chooses a password; also when one was forgotten. A new one makes the former void.',
  },
  slipsOf: { zh: (count: number) => `打印 ${count} 张邀请单`, en: (count: number) => `Print ${count} slips` },
  disable: { zh: '停用', en: 'Disable' },
  disableTitle: { zh: (name: string) => `停用${name}的账号`, en: (name: string) => `Disable the account of ${name}` },
  disableEffect: {
    zh: '马上退出登录，密码和邀请码作废。以后可以再启用，要重新发邀请码。',
    en: 'It is signed out at once, its password and invitations are void. It can be enabled again, with a new invitation.',
  },
  enable: { zh: '启用', en: 'Enable' },
  enableTitle: { zh: (name: string) => `启用${name}的账号`, en: (name: string) => `Enable the account of ${name}` },
  enableEffect: {
    zh: '启用后请重新发邀请码，由本人设新密码。',
    en: 'Afterwards make an invitation, with which its person chooses a new password.',
  },
  clear: { zh: '解除验证器', en: 'Take off the authenticator' },
  clearTitle: { zh: (name: string) => `解除${name}的验证器`, en: (name: string) => `Take off the authenticator of ${name}` },
  clearEffect: {
    zh: '请先核实是本人。解除后马上退出登录，下次登录要重新绑定。',
    en: 'Make sure it is the person. It is signed out at once and sets up a new one at the next sign-in.',
  },
  done: { zh: '已办好。', en: 'Done.' },
  disabledWhy: { zh: (reason: string) => `已停用：${reason}`, en: (reason: string) => `Disabled: ${reason}` },
  unused: { zh: '90 天没有使用', en: 'unused for 90 days' },
  rights: { zh: '授权', en: 'Rights' },
  giveRight: { zh: '申请授权', en: 'Ask for a right' },
  allRights: { zh: '看全部授权记录', en: 'All its rights' },
  until: {
    zh: (from: string, until: string | null) => (until === null ? `${from} 起` : `${from} 至 ${until}`),
    en: (from: string, until: string | null) => (until === null ? `since ${from}` : `${from} to ${until}`),
  },
});

/** Slips with invitations, to be printed and handed out. */
export const slipWords = defineWords({
  title: { zh: '邀请单', en: 'Slips with invitations' },
  once: {
    zh: (count: number) => `共 ${count} 张，一人一张。邀请码只显示这一次，离开这一页就看不到了；请现在打印。`,
    en: (count: number) =>
      `${count} slips, one a person. The codes are shown this once and are gone when you leave: print them now.`,
  },
  print: { zh: '打印', en: 'Print' },
  back: { zh: '回到账号', en: 'Back to the accounts' },
  copy: { zh: '复制邀请码', en: 'Copy the code' },
  copied: { zh: '已复制。', en: 'Copied.' },
  notCopied: {
    zh: '这个浏览器不让复制，请选中邀请码手工复制。',
    en: 'This browser does not allow copying; select the code and copy it by hand.',
  },
  how: {
    zh: '用手机扫码，或打开系统登录页点“我有邀请码”，输入邀请码，自己设一个密码。只能用一次，请勿转发。',
    en: 'Scan with a phone, or press "I have an invitation" at the sign-in, and choose a password. Good once; do not pass it on.',
  },
  until: { zh: (day: string) => `${day} 前有效`, en: (day: string) => `good until ${day}` },
});

/** 成批建账号: a sheet is looked at, then made. */
export const batchWords = defineWords({
  title: { zh: '成批建账号', en: 'Accounts from a sheet' },
  help: {
    zh: '先下载模板，一人一行填好再上传。先看检查结果，有问题的行改好以后才能建。',
    en: 'Fill in the template, a person a row, and upload it. What is wrong is shown first; nothing is made before it is mended.',
  },
  upload: { zh: '上传', en: 'Upload' },
  look: { zh: '检查', en: 'Check' },
  done: { zh: '完成', en: 'Done' },
  template: { zh: '下载模板', en: 'Download the template' },
  choose: { zh: '选择填好的表', en: 'Choose the sheet' },
  kinds: { zh: '.xlsx、.xls 或 .csv，一次最多 2000 行。', en: '.xlsx, .xls or .csv, at most 2,000 rows.' },
  reading: { zh: '正在检查', en: 'Checking' },
  newAccounts: { zh: '新账号', en: 'New accounts' },
  known: { zh: '已有账号', en: 'Known accounts' },
  grants: { zh: '待批准的授权', en: 'Rights to be approved' },
  unchanged: { zh: '已有的授权', en: 'Rights there already' },
  problems: { zh: (count: number) => `${count} 处要改`, en: (count: number) => `${count} to be mended` },
  problemsWhy: {
    zh: '请在表里改好以后重新上传；现在什么也没有建。',
    en: 'Mend them in the sheet and upload it again; nothing has been made.',
  },
  row: { zh: '行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  value: { zh: '现在的内容', en: 'What stands there' },
  says: { zh: '怎样改', en: 'What to do' },
  more: { zh: (count: number) => `还有 ${count} 处，改好这些再看。`, en: (count: number) => `${count} more; mend these first.` },
  nothing: { zh: '表里的账号和授权都已经有了，没有要新建的。', en: 'All of it is there already; there is nothing to make.' },
  make: {
    zh: (accounts: number, grants: number) => `建 ${accounts} 个账号，申请 ${grants} 项授权`,
    en: (accounts: number, grants: number) => `Make ${accounts} accounts, ask for ${grants} rights`,
  },
  again: { zh: '换一份表', en: 'Another sheet' },
  made: {
    zh: (accounts: number, grants: number) => `建好 ${accounts} 个账号，申请了 ${grants} 项授权。`,
    en: (accounts: number, grants: number) => `${accounts} accounts were made, ${grants} rights asked for.`,
  },
  madeWhy: {
    zh: '授权要由安全管理员批准后才生效。现在可以打印邀请单，一人一张交给本人。',
    en: 'The rights hold once a security administrator has approved them. Now print the slips and hand them out.',
  },
});

/** 授权: who holds what where. */
export const grantWords = defineWords({
  title: { zh: '授权', en: 'Rights' },
  help: {
    zh: '授权要两个人：一人申请，另一人批准，其中至少一位是安全管理员；谁也不能给自己授权。批准后本人重新登录即生效。',
    en: 'A right takes two: one asks, another approves, one of them a security administrator; nobody for himself. It holds with the next sign-in.',
  },
  clause: {
    zh: '《未成年人网络保护条例》第三十六条：最小授权、经批准；等保 2.0 8.1.5：三员分立',
    en: 'Regulations on the Protection of Minors in Cyberspace §36: least authority, approved; GB/T 22239-2019 8.1.5',
  },
  list: { zh: '授权名单', en: 'List of rights' },
  none: { zh: '还没有授权。', en: 'There are no rights yet.' },
  q: { zh: '姓名、单位或管理范围', en: 'Name, unit or place' },
  state: { zh: '状态', en: 'State' },
  asked: { zh: '待批准', en: 'Waits for approval' },
  open: { zh: '有效', en: 'In force' },
  later: { zh: '还没开始', en: 'Begins later' },
  over: { zh: '已过期', en: 'Over' },
  ended: { zh: '已结束', en: 'Ended' },
  refused: { zh: '已驳回', en: 'Refused' },
  soon: { zh: (due: string) => `有效，${due}`, en: (due: string) => `in force, ${due}` },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '单位', en: 'Unit' },
  login: { zh: '登录名', en: 'Login' },
  role: { zh: '岗位', en: 'Role' },
  place: { zh: '管理范围', en: 'Place' },
  placeHint: { zh: '输入名称、拼音首字母或代码，从列表里选。', en: 'Type its name, pinyin initials or code and choose.' },
  days: { zh: '起止', en: 'Days' },
  from: { zh: '从哪天起', en: 'From' },
  until: { zh: '到哪天止', en: 'Until' },
  untilHint: { zh: '当天还有效，最长 400 天，到期再续。', en: 'The last day counts; at most 400 days, then renewed.' },
  reason: { zh: '理由', en: 'Reason' },
  reasonHint: { zh: '批准的人会看到，也记入审计。', en: 'Whoever approves sees it; it stands in the trail.' },
  askedBy: { zh: '申请', en: 'Asked by' },
  approvedBy: { zh: '批准', en: 'Approved by' },
  endedBy: { zh: '结束', en: 'Ended by' },
  byClock: { zh: '到期自动结束', en: 'ran out' },
  bySetup: { zh: '初始设置', en: 'setup' },
  ask: { zh: '申请授权', en: 'Ask for a right' },
  askThis: { zh: '提交申请', en: 'Ask for it' },
  person: { zh: '授给谁', en: 'For whom' },
  typeHere: { zh: '输入后从列表里选', en: 'Type, then choose' },
  personHint: {
    zh: '输入姓名、登录名或单位，从列表里选。不能选自己。',
    en: 'Type a name, login or unit and choose. Not yourself.',
  },
  typeMore: { zh: '没有找到，换几个字试试。', en: 'Nothing found; try other letters.' },
  officesApart: {
    zh: '系统、安全、审计三位管理员要由三个人担任，也不能兼业务岗位。',
    en: 'The three administrators are three people and do no other work here.',
  },
  wholeCounty: { zh: '全县', en: 'the whole county' },
  askedNow: { zh: '已提交，等另一位批准。', en: 'Asked for; somebody else has to approve it.' },
  approve: { zh: '批准', en: 'Approve' },
  approveOf: { zh: (count: number) => `批准 ${count} 项`, en: (count: number) => `Approve ${count}` },
  approved: {
    zh: (count: number) => `已批准 ${count} 项。本人重新登录后生效。`,
    en: (count: number) => `${count} approved; in force with the next sign-in.`,
  },
  notYours: {
    zh: '您不能批准这一项：申请的是您自己，或者授给您自己。请另一位来批准。',
    en: 'You cannot approve this: you asked for it, or it is for yourself. Somebody else has to.',
  },
  refuse: { zh: '驳回', en: 'Refuse' },
  refuseTitle: { zh: (name: string) => `驳回给${name}的授权`, en: (name: string) => `Refuse the right for ${name}` },
  end: { zh: '收回', en: 'End' },
  endTitle: { zh: (name: string) => `收回${name}的授权`, en: (name: string) => `End the right of ${name}` },
  endedNow: { zh: '已收回，马上生效。', en: 'Ended, at once.' },
  refusedNow: { zh: '已驳回。', en: 'Refused.' },
  renew: { zh: '续期', en: 'Renew' },
  renewOf: { zh: (count: number) => `续期 ${count} 项`, en: (count: number) => `Renew ${count}` },
  renewTitle: { zh: (count: number) => `续期 ${count} 项授权`, en: (count: number) => `Let ${count} rights go on` },
  renewWhy: {
    zh: '每一项从原来的结束日次日续起，仍要另一位批准；已经到那一天的不再续。',
    en: 'Each goes on from the day after it ends, and waits for approval; one that lasts as long already is left alone.',
  },
  renewThis: { zh: '提交续期', en: 'Ask for it' },
  renewed: {
    zh: (asked: number, unchanged: number) =>
      `已申请续期 ${asked} 项，等另一位批准${unchanged > 0 ? `；${unchanged} 项不用续` : ''}。`,
    en: (asked: number, unchanged: number) =>
      `${asked} asked for, to be approved${unchanged > 0 ? `; ${unchanged} left alone` : ''}.`,
  },
  gone: { zh: '没有这项授权，或者不归您看。', en: 'There is no such right, or it is not yours to see.' },
});

type Reasons = readonly { readonly value: string; readonly says: Says }[];
const reasons = (...pairs: readonly (readonly [zh: string, en: string])[]): Reasons =>
  pairs.map(([zh, en]) => ({ value: zh, says: { zh, en } }));

/** Reasons that come up again and again; they are recorded in Chinese, whatever the language of the page. */
export const usualReasons = {
  disable: reasons(['调离、退休或离职', 'Left the post'], ['长期不用', 'Not used'], ['账号疑似被盗用', 'Suspected misuse']),
  enable: reasons(['重新到岗', 'Back in the post'], ['误停', 'Disabled by mistake']),
  'second-factor': reasons(['手机丢失或更换，已核实本人', 'Phone lost or changed, person verified']),
  end: reasons(['调离或不再负责', 'No longer answers for it'], ['授权有误', 'Given by mistake']),
  refuse: reasons(['范围过大', 'Too wide'], ['人岗不符', 'Not this person’s work'], ['期限不当', 'Wrong days']),
} as const satisfies Record<string, Reasons>;

/** The usual reasons to give a right. */
export const grantReasons: Readonly<Record<Language, readonly string[]>> = {
  zh: ['新任岗位', '岗位调整', '学期续任'],
  en: ['New in the post', 'Change of post', 'Goes on in the post'],
};

import { defineWords } from '../../ui/shared/words';

/** Words of the box on the phone, and of leaving it. */
export const outboxWords = defineWords({
  title: { zh: '待发送', en: 'To be sent' },
  note: { zh: '存在这部手机上，还没送到', en: 'On this phone, not yet delivered' },
  row: { zh: (count: number) => `${count} 条`, en: (count: number) => `${count}` },
  empty: { zh: '都发出去了，手机上没有待发送的。', en: 'Everything was sent; nothing waits on this phone.' },
  nothingKept: {
    zh: '这个浏览器不能加密保存（网址不是 https，或者开了无痕模式），所以手机上什么也不留。没有网络时不能点名，请有网再点。',
    en: 'This browser cannot keep anything sealed (no https, or a private window), so nothing stays on this phone. Without a network no class can be called here.',
  },
  help: {
    zh: '有网络时自动按顺序发送，不会发两遍。内容在手机上是加密的，退出登录就清掉。',
    en: 'Sent by itself and in order once there is a network, never twice. It is encrypted on this phone and wiped when you sign out.',
  },
  made: { zh: (when: string) => `${when} 存的`, en: (when: string) => `stored ${when}` },
  waiting: { zh: '等网络', en: 'Waits for a network' },
  sending: { zh: '正在发送', en: 'Sending' },
  asks: { zh: '别人也点了，要您定', en: 'Somebody else was faster: you decide' },
  refused: { zh: '没有收下', en: 'Not taken' },
  old: { zh: '已经存了七天还没发出去，请尽快处理。', en: 'It has waited for seven days: please see to it.' },
  open: { zh: '打开', en: 'Open' },
  openAgain: { zh: '打开处理', en: 'Open and see to it' },
  resend: { zh: '重新发送', en: 'Send again' },
  discard: { zh: '放弃', en: 'Discard' },
  discarded: { zh: (what: string) => `已放弃：${what}`, en: (what: string) => `Discarded: ${what}` },
  undo: { zh: '撤销', en: 'Undo' },
  sendNow: { zh: '现在发送', en: 'Send now' },
  strangers: {
    zh: (count: number) => `这部手机上还有别的账号没发出的 ${count} 条，要本人登录才能发送。`,
    en: (count: number) => `${count} of another account wait on this phone; they are sent when that person signs in.`,
  },
  leaveTitle: {
    zh: (count: number) => `还有 ${count} 条没发出去，先不能退出`,
    en: (count: number) => `${count} not sent yet: you cannot sign out`,
  },
  leaveWhy: {
    zh: '退出会清掉手机上的内容。请先发出去；没有网络就等有网再退出。',
    en: 'Signing out wipes this phone. Send them first; without a network, sign out later.',
  },
  look: { zh: '去看看', en: 'Have a look' },
  leaveAnyway: { zh: '放弃这些，退出登录', en: 'Discard them and sign out' },
});

import { defineWords } from '../../../ui/shared/words';

/** Words of the desktop pages. */
export const deskWords = defineWords({
  list: { zh: '假条', en: 'Leaves' },
  help: {
    zh: '假条从登记、批准到销假都在这里。孩子回来那天点名点“来了”，假条自己就销了；到期没回来，从那天起按没来处理。',
    en: 'Leave from asking to ending. A roll in which the child is there ends it by itself; who is not back counts as away from then on.',
  },
  phase: { zh: '情况', en: 'How it stands' },
  none: {
    zh: '现在没有假条。班主任在手机“到校”页里登记请假，或者发链接让家长填。',
    en: 'No leave. Class teachers ask for it on the phone, or send a link.',
  },
  name: { zh: '姓名', en: 'Name' },
  school: { zh: '学校', en: 'School' },
  kind: { zh: '类别', en: 'Kind' },
  when: { zh: '起止', en: 'Days' },
  days: { zh: '上课日', en: 'School days' },
  level: { zh: '谁批', en: 'Decided by' },
  watch: { zh: '需要留意', en: 'To be looked at' },
  asks: { zh: '登记', en: 'Asked' },
  sheet: { zh: '导出', en: 'Export' },
  print: { zh: '打印', en: 'Print' },
  printed: {
    zh: (which: string, name: string, unit: string, when: string) => `内部资料　${which}　打印：${name}（${unit}） ${when}`,
    en: (which: string, name: string, unit: string, when: string) =>
      `Internal · ${which} · printed by ${name} (${unit}), ${when}`,
  },
  openChild: { zh: '看这名儿童', en: 'See the child' },
  endDay: { zh: '返校日', en: 'Back on' },
  endTitle: { zh: (name: string) => `${name}回来了`, en: (name: string) => `${name} is back` },
  approved: { zh: (name: string) => `已批准${name}的假`, en: (name: string) => `Granted the leave of ${name}` },
  withdrawn: { zh: (name: string) => `已撤回${name}的假条`, en: (name: string) => `Withdrew the leave of ${name}` },
  cardMine: { zh: '待我批的假条', en: 'Leaves for me to decide' },
  cardOverdue: { zh: '该返校没销假', en: 'Due back, not ended' },
  cardRunning: { zh: '在假', en: 'On leave' },
  cardNone: { zh: '现在没有人请假。', en: 'Nobody is on leave.' },
  panelSum: {
    zh: (times: number, days: number) => `本学期请假 ${times} 次，共 ${days} 个上课日。`,
    en: (times: number, days: number) => `${times} leaves this term, ${days} school days.`,
  },
  panelNone: { zh: '没有请过假。', en: 'No leave so far.' },
  panelAsk: { zh: '登记请假', en: 'Ask for leave' },
  reasons: { zh: '没有和家长核实', en: 'Not confirmed by the guardian' },
});

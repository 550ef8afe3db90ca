import { defineWords } from '../../../ui/shared/words';

/** Words of the sheet of a class. */
export const sheetWords = defineWords({
  help: {
    zh: '一格是一名孩子的一天，照最新一次点名。没点名的日子空着，不算到。到和没来按天算，上午、下午都点的各算半天。',
    en: 'A cell is a day of a child, by the newest roll. A day that was not called is empty and not "here". Days are counted in halves where both parts are called.',
  },
  title: { zh: (name: string) => `${name}考勤表`, en: (name: string) => `${name}: attendance` },
  note: {
    zh: (month: string, teacher: string, called: number, days: number) =>
      `${month}${teacher === '' ? '' : ` · 班主任 ${teacher}`} · 应点 ${days} 天，点了 ${called} 天`,
    en: (month: string, teacher: string, called: number, days: number) =>
      `${month}${teacher === '' ? '' : ` · ${teacher}`} · ${called} of ${days} days called`,
  },
  call: { zh: '点名', en: 'Call the roll' },
  take: { zh: '导入', en: 'Import' },
  print: { zh: '打印', en: 'Print' },
  sheet: { zh: '导出 Excel', en: 'Excel' },
  number: { zh: '序号', en: 'No.' },
  name: { zh: '姓名', en: 'Name' },
  gone: { zh: '已不在本班', en: 'No longer here' },
  here: { zh: '到', en: 'Here' },
  absent: { zh: '没来', en: 'Away' },
  sick: { zh: '病假', en: 'Sick' },
  personal: { zh: '事假', en: 'Leave' },
  late: { zh: '迟到', en: 'Late' },
  early: { zh: '早退', en: 'Left early' },
  days: { zh: '天数', en: 'Days' },
  leave: { zh: '请假', en: 'On leave' },
  open: { zh: '没点名', en: 'Not called' },
  am: { zh: '上午', en: 'Morning' },
  pm: { zh: '下午', en: 'Afternoon' },
  legend: { zh: '符号', en: 'Signs' },
  empty: { zh: '这个月没有这个班的孩子。', en: 'The class had no children in this month.' },
  emptyWhy: { zh: '换一个月看看，或者在“学校与班级”里核对这个班。', en: 'Look at another month, or check the class.' },
  inDays: { zh: (count: string) => `${count} 天`, en: (count: string) => `${count} days` },
  times: { zh: (count: string) => `${count} 次`, en: (count: string) => `${count} times` },
  recorded: { zh: '有记录', en: 'Recorded' },
  record: { zh: '打开学生档案', en: 'Open the record' },
  allHere: { zh: '这个月点名的日子都到了。', en: 'Here on every day that was called.' },
  dates: { zh: '没有整天到校的日子', en: 'Days not wholly there' },
  printed: {
    zh: (name: string, unit: string, when: string) => `内部资料　打印：${name}（${unit}） ${when}`,
    en: (name: string, unit: string, when: string) => `Internal · printed by ${name} (${unit}), ${when}`,
  },
});

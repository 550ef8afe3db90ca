import type { Day } from '../../../kernel/day';
import type { Letter } from '../report-contract';
import type { ReportKind } from '../rules/duties';
import { promiseSays, reachedSays, reasonSays, waySays } from '../said';
import type { ReportBody } from './report-body';

type Written = {
  readonly kind: ReportKind;
  readonly number: string;
  readonly township: string;
  readonly day: Day;
  readonly body: ReportBody;
};

/** A report as a letter to bureau and township. Letters go to offices here and are in Chinese. */
export function letterOf({ kind, number, township, day, body }: Written): Letter {
  return {
    ...{ title: titles[kind], number, to: `县教育局${officeOf(township)}：` },
    paragraphs: [
      `我校${body.className}学生${body.name}${sexOf(body.sex)}${homeOf(body.home)}，${daysOf(body)}`,
      ...(body.words === '' ? [] : [body.words]),
    ],
    table: {
      says: `我校已联系 ${body.contacts.length} 次：`,
      head: ['日期', '方式', '联系上谁', ...(tellsWhy[kind] ? ['原因'] : []), '说好的日子', '联系人'],
      rows: body.contacts.map((one) => [
        ...[chinese(one.day), waySays[one.way].zh, reachedSays[one.reached].zh],
        ...(tellsWhy[kind] ? [one.reason === null ? '' : reasonSays[one.reason].zh] : []),
        ...[one.backDay === null ? promiseSays[one.promise].zh : chinese(one.backDay), one.by],
      ]),
    },
    closing: [...(body.contacts.length === 0 ? ['我校还没有联系上。'] : []), asksFor[kind], '特此报告。'],
    ...{ signed: body.school, day: chinese(day) },
  };
}

/**
 * Why a child is away – ill, unwilling, working – is read by whoever decides on it: the report of the third day asks a township to
 * help with the way back, and it can do so without (least data, decision 14).
 */
const tellsWhy: { readonly [K in ReportKind]: boolean } = { report: false, proposal: true };

const titles = { report: '学生缺课情况报告', proposal: '关于提请认定学生辍学的报告' } as const;
const asksFor = {
  report: '请县教育局知悉，请乡镇（街道）协助联系、动员其返校。返校后由班级点名自动销记。',
  proposal: '该生缺课时间长，多次联系没有返校，现提请县教育局依规认定，并请乡镇（街道）依法动员其返校。',
} as const;

/** A township is its government, a street its office; a farm of the state has neither. */
function officeOf(township: string): string {
  if (township === '') return '';
  if (/[镇乡]$/.test(township)) return `、${township}人民政府`;
  return township.endsWith('街道') ? `、${township}办事处` : `、${township}`;
}

function sexOf(sex: ReportBody['sex']): string {
  if (sex === '') return '';
  return sex === '1' ? '（男）' : '（女）';
}

function homeOf(home: string): string {
  return home === '' ? '' : `，家住${home.replace(' ', '')}`;
}

function daysOf({ since, days }: ReportBody): string {
  const last = days[days.length - 1] ?? since;
  return `自${chinese(since)}起没有请假、没有到校，截至${chinese(last)}缺课 ${days.length} 个应到校日（不含节假日和请假）。`;
}

/** 2025年3月10日. */
function chinese(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

import { defineWords } from '../../../ui/shared/words';

/** The words of the page of a child. */
export const childWords = defineWords({
  title: { zh: '学生', en: 'Child' },
  born: { zh: (year: string) => `${year} 年生`, en: (year: string) => `born ${year}` },
  male: { zh: '男', en: 'male' },
  female: { zh: '女', en: 'female' },
  noSchool: { zh: '没有学籍和班级', en: 'no school, no class' },
  gradeOf: {
    zh: (grade: string, name: string) => `${grade}（${name}）`,
    en: (grade: string, name: string) => `grade ${grade}, ${name}`,
  },
  facts: { zh: '基本情况', en: 'Who it is' },
  birthDay: { zh: '出生日期', en: 'Born' },
  home: { zh: '住址所属', en: 'Lives in' },
  lists: { zh: '在哪些名册上', en: 'On which lists' },
  noList: { zh: '现在的名册上都没有', en: 'on none of today' },
  reveal: { zh: '查看·填理由', en: 'See, with a reason' },
  revealTitle: {
    zh: (field: string, name: string) => `查看${name}的${field}`,
    en: (field: string, name: string) => `See the ${field} of ${name}`,
  },
  revealSubmit: { zh: '查看五分钟', en: 'See for five minutes' },
  left: { zh: (clock: string) => `${clock} 后遮盖`, en: (clock: string) => `masked in ${clock}` },
});

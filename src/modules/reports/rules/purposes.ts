import type { Sentence } from '../../../kernel/refusal';

/**
 * What a list may leave the house for, with what allows it (register of goals, PRV-12: receiver and basis of every dataset). The clauses
 * are of the county's plan (方案) unless another paper is named.
 */
export const purposes = {
  'report-up': {
    says: { zh: '向上级主管部门报送', en: 'Reporting to the authority above' },
    basis: { zh: '教基厅函〔2024〕15 号（“四个一”报告）', en: 'Ministry letter 15 of 2024' },
  },
  visit: {
    says: { zh: '摸底排查、入户核查', en: 'Screening and visits' },
    basis: { zh: '方案 三(一)1、三(四)', en: 'Plan 三(一)1, 三(四)' },
  },
  partners: {
    says: { zh: '提供给联控联保的部门', en: 'For a department that works with us' },
    basis: { zh: '方案 四(一)1', en: 'Plan 四(一)1' },
  },
  'school-work': {
    says: { zh: '学校日常管理、班级核对', en: "Work of the school, checking a class's roll" },
    basis: { zh: '方案 三(三) 一月一核', en: 'Plan 三(三)' },
  },
  inspection: {
    says: { zh: '督导检查', en: 'Supervision' },
    basis: { zh: '方案 四(三)', en: 'Plan 四(三)' },
  },
  other: {
    says: { zh: '其他（写明）', en: 'Another (in words)' },
    basis: { zh: '待县局确认', en: 'to be confirmed by the bureau' },
  },
} as const satisfies Record<string, { readonly says: Sentence; readonly basis: Sentence }>;

export type Purpose = keyof typeof purposes;

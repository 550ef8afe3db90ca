import type { Permissions } from '../../platform/access/index';

/** Who may do what with questions about children, within the places of the role (register of goals §6.2). */
export const permissions = {
  'verification.see': {
    says: { zh: '查看核查任务', en: 'See questions about children' },
    roles: ['class-teacher', 'registrar', 'principal', 'township', 'village', 'bureau-officer', 'bureau-leader'],
  },
  'verification.answer': {
    says: { zh: '填写核查结果', en: 'Answer questions about children' },
    roles: ['class-teacher', 'registrar', 'principal', 'township', 'village', 'bureau-officer'],
  },
  'verification.send': {
    says: { zh: '下发、收回核查任务', en: 'Send questions out and call them back' },
    roles: ['bureau-officer'],
  },
  'verification.decide': {
    says: { zh: '核准或退回核查结果', en: 'Accept answers or send them back' },
    roles: ['bureau-officer', 'bureau-leader'],
  },
} as const satisfies Permissions;

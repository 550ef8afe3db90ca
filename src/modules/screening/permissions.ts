import type { Permissions } from '../../platform/access/index';

/** Who may do what in a screening campaign, within the places of the role (register of goals §6.2). */
export const permissions = {
  'screening.see': {
    says: { zh: '查看排查', en: 'See screening campaigns' },
    roles: ['class-teacher', 'registrar', 'principal', 'township', 'village', 'bureau-officer', 'bureau-leader'],
  },
  'screening.answer': {
    says: { zh: '填写排查结果', en: 'Answer in a screening campaign' },
    roles: ['class-teacher', 'registrar', 'township', 'village', 'bureau-officer'],
  },
  'screening.sign': {
    says: { zh: '学校签认排查', en: 'Sign a screening for a school' },
    roles: ['principal', 'registrar'],
  },
  'screening.run': {
    says: { zh: '发起、结束、提醒、抽查排查', en: 'Start, close, remind and sample screening campaigns' },
    roles: ['bureau-officer'],
  },
  'screening.decide': {
    says: { zh: '核准或退回排查结果', en: 'Accept answers of a screening or send them back' },
    roles: ['bureau-officer', 'bureau-leader'],
  },
} as const satisfies Permissions;

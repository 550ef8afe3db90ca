import type { Permissions } from '../../platform/access/index';

/**
 * Who is told what of marked groups, within the places of the role (register of goals §6.2, PRV-04). A class teacher sees 需关注 and
 * never why; a township and whoever inspects see nothing.
 */
export const permissions = {
  'group.flag': {
    says: { zh: '看到“需关注”，看不到原因', en: 'See that a child needs care, not why' },
    roles: ['class-teacher', 'registrar', 'principal', 'bureau-officer', 'bureau-leader'],
  },
  'group.school': {
    says: { zh: '查看休学、延缓、随迁、曾劝返标记', en: 'See marks of suspension, deferral, moving and return' },
    roles: ['registrar', 'principal', 'bureau-officer', 'bureau-leader'],
  },
  'group.care': {
    says: { zh: '查看孤儿、无人抚养、留守、困境标记', en: 'See marks of orphans, unsupported, left-behind and hardship' },
    roles: ['registrar', 'principal', 'bureau-officer', 'bureau-leader'],
  },
  'group.aid': {
    says: { zh: '查看脱贫户、监测户标记', en: 'See marks of poverty monitoring' },
    roles: ['registrar', 'principal', 'bureau-officer', 'bureau-leader'],
  },
  'group.disability': {
    says: { zh: '填理由查看残疾标记', en: 'See marks of disability, with a reason' },
    roles: ['registrar', 'principal', 'bureau-officer'],
  },
  'group.involved': {
    says: { zh: '填理由查看涉案、心理等标记', en: 'See marks of cases and of mental health, with a reason' },
    roles: ['principal', 'bureau-officer'],
  },
  'group.reveal': {
    says: { zh: '填理由查看不直接显示的标记', en: 'See a hidden mark, with a reason' },
    roles: ['registrar', 'principal', 'bureau-officer'],
  },
  'group.mark': {
    says: { zh: '添加和结束重点人群标记', en: 'Add and end marks of groups' },
    roles: ['registrar', 'bureau-officer'],
  },
  'group.list': {
    says: { zh: '查看重点人群', en: 'See the marked groups' },
    roles: ['registrar', 'principal', 'bureau-officer', 'bureau-leader'],
  },
} as const satisfies Permissions;

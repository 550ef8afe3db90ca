import type { Question } from './questions';
import { type Method, type Template, treeOf } from './templates';

/** Questions that fit what a campaign is for: 系统建议. The bureau takes one by a tap, or none. */
const ofVisits: { readonly [T in Template]?: readonly Question[] } = {
  'before-term': [{ text: '学习用品备齐了吗', kind: 'yes-no', choices: [], must: false }],
  'key-grades': [{ text: '孩子说过不想念书吗', kind: 'yes-no', choices: [], must: false }],
  'marked-groups': [{ text: '家里现在有什么难处', kind: 'text', choices: [], must: false }],
};
/** A class is asked about whoever is not there. */
const ofAbsent: { readonly [T in Template]?: readonly Question[] } = {
  'before-term': [{ text: '大概哪天能到校', kind: 'text', choices: [], must: false }],
  'term-opening': [{ text: '大概哪天能到校', kind: 'text', choices: [], must: false }],
  'key-grades': [{ text: '是谁说孩子不来的', kind: 'choice', choices: ['孩子', '家长', '同学', '没问到'], must: false }],
};

export function suggestedFor(template: Template, method: Method): readonly Question[] {
  return (treeOf(method) === 'area' ? ofVisits : ofAbsent)[template] ?? [];
}

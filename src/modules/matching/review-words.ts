import type { Sentence } from '../../kernel/refusal';
import type { Answer } from './review-contract';

/** What the things of this module are called in a sentence: 没有找到这{zh}. */
export const things = {
  run: { zh: '次比对', en: 'comparison' },
  review: { zh: '对待判的人', en: 'pair' },
  group: { zh: '批判定', en: 'group of decisions' },
} as const satisfies Record<string, Sentence>;

export const answerWords: Readonly<Record<Answer | 'taken-back', Sentence>> = {
  same: { zh: '同一人', en: 'one child' },
  different: { zh: '不是同一人', en: 'two children' },
  unsure: { zh: '拿不准', en: 'not sure' },
  'taken-back': { zh: '撤销判定', en: 'taken back' },
};

/** Why somebody decides so; the first of each answer goes with its key. Recorded as it stands here. */
export const decisionReasons = {
  same: {
    agrees: { zh: '姓名、生日、家庭等相符', en: 'name, birth day and family agree' },
    writing: { zh: '只是写法不同', en: 'only written another way' },
    asked: { zh: '已向学校或家长核实', en: 'the school or the family was asked' },
    paper: { zh: '看过证件或户口簿', en: 'papers were seen' },
  },
  different: {
    differs: { zh: '关键信息不符', en: 'what matters differs' },
    siblings: { zh: '是兄弟姐妹', en: 'brothers or sisters' },
    namesake: { zh: '同名不同人', en: 'namesakes' },
    asked: { zh: '已向学校或家长核实', en: 'the school or the family was asked' },
  },
  unsure: {
    lacking: { zh: '材料不够，需要核实', en: 'too little is known; to be verified' },
    contradicts: { zh: '材料互相矛盾', en: 'what is known contradicts itself' },
  },
} as const satisfies Readonly<Record<Answer, Readonly<Record<string, Sentence>>>>;

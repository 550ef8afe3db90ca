import type { Sentence } from '../../kernel/refusal';
import type { Ledger } from './rules/ledgers';

/** The ledgers by name. */
export const ledgerWords: { readonly [L in Ledger]: Sentence } = {
  'school-age': { zh: '适龄儿童台账', en: 'Ledger of school-age children' },
  suspected: { zh: '疑似辍学学生台账', en: 'Ledger of suspected dropouts' },
  dropout: { zh: '辍学学生台账', en: 'Ledger of dropouts' },
};

/** Words for states that a ledger shows beside those of the roll. */
export const stateWords = { placed: { zh: '已安置', en: 'placed' } } as const satisfies Record<string, Sentence>;

/** What the things of this module are called in a sentence. */
export const things = {
  export: { zh: '条导出申请', en: 'export' },
  child: { zh: '名儿童', en: 'child' },
} as const satisfies Record<string, Sentence>;

import type { Sentence } from '../../../kernel/refusal';
import { evidenceText, isEvidenceCode } from '../words';

/** A reason of a link in words, 姓名同音：宏/洪; undefined for one of an older program that has no words any more. */
export function evidenceSays(told: {
  readonly code: string;
  readonly weight: number;
  readonly detail?: string;
}): Sentence | undefined {
  const { code } = told;
  if (!isEvidenceCode(code)) return undefined;
  return { zh: evidenceText({ ...told, code }, 'zh'), en: evidenceText({ ...told, code }, 'en') };
}

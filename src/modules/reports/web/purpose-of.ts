import type { Says } from '../../../ui/shared/words';
import type { ExportView } from '../contract';
import { purposes } from '../rules/purposes';

/** The purpose of an export with what was written to it. */
export function purposeOf(of: Pick<ExportView, 'purpose' | 'purposeText'>, say: (says: Says) => string): string {
  const parts = [say(purposes[of.purpose].says), of.purposeText];
  return parts.filter((part) => part !== '').join(say({ zh: '：', en: ': ' }));
}

import type { Help } from '../../../ui/desk/page-head';
import { useWords } from '../../../ui/shared/language';
import { wizardWords } from './words';

/** The five steps by name. */
export function useSteps(): readonly { readonly key: ImportStep; readonly says: string }[] {
  const w = useWords(wizardWords);
  return (['file', 'columns', 'check', 'effect', 'done'] as const).map((key) => ({ key, says: w[key] }));
}

/** Where an import stands. */
export type ImportStep = 'file' | 'columns' | 'check' | 'effect' | 'done';

/** What the import follows. */
export function useWizardHelp(): Help {
  const w = useWords(wizardWords);
  return { says: w.help, source: 'basis', clause: w.clause };
}

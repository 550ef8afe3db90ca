import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import type { TimelineEntry } from '../contract';
import { factKindWords, fieldWords } from '../words';
import type { FactSays } from './panels';
import type { TimelineGroup } from './places';
import { timelineWords } from './words';

const ofRegisters: ReadonlySet<string> = new Set(['household', 'enrolment', 'class-list', 'disability', 'home']);

/** Which chip shows a line. */
export function groupOf({ about, kind }: TimelineEntry): TimelineGroup {
  if (about === 'merge') return 'merge';
  if (about !== 'fact') return 'correction';
  return ofRegisters.has(kind) ? 'register' : 'verify';
}

const mergeKeys = {
  asked: 'mergeAsked',
  merged: 'merged',
  refused: 'refused',
  'undo-asked': 'undoAsked',
  undone: 'undone',
} as const;

/** A line in a sentence: facts in the words of the module that knows them, our own otherwise. */
export function useEntrySays(factSays: FactSays): (entry: TimelineEntry) => string {
  const w = useWords(timelineWords);
  const say = useSay();
  const { language } = useLanguage();
  return (entry) => {
    const { about, kind } = entry;
    if (about === 'fact') return factSays(entry, language) ?? say(wordsOf(factKindWords, kind));
    if (about === 'merge') return w[mergeKeys[kind as keyof typeof mergeKeys]];
    const field = say(wordsOf(fieldWords, kind));
    return about === 'correction' ? w.corrected(field) : w.withdrawn(field);
  };
}

type Words = { readonly zh: string; readonly en: string };

function wordsOf(all: Readonly<Record<string, Words>>, key: string): Words {
  return all[key] ?? { zh: key, en: key };
}

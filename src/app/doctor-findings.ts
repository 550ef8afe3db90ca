import { KeyRefusal } from '../platform/crypto';
import { StartRefusal } from '../platform/db';
import { doctorWords } from './doctor-words';
import { type Facts, type Lang, type Sentence, say } from './words';

/** One thing that was looked at: it is well, or somebody should see to it, or nothing works before it is put right. */
export type Finding = { readonly mark: '✓' | '!' | '✗'; readonly says: Sentence; readonly facts?: Facts };

export const well = (says: keyof typeof doctorWords, facts: Facts = {}): Finding => ({
  mark: '✓',
  says: doctorWords[says],
  facts,
});
export const seeTo = (says: keyof typeof doctorWords, facts: Facts = {}): Finding => ({
  mark: '!',
  says: doctorWords[says],
  facts,
});
export const broken = (says: keyof typeof doctorWords, facts: Facts = {}): Finding => ({
  mark: '✗',
  says: doctorWords[says],
  facts,
});

/** A finding as a line of the terminal. */
export function findingLine(lang: Lang, { mark, says, facts }: Finding): string {
  return `${mark} ${say(lang, says, facts)}`;
}

/** Does one look; why the program would refuse to start becomes what was found. */
export async function looked(look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof StartRefusal || error instanceof KeyRefusal) return { mark: '✗', says: { zh: error.zh, en: error.en } };
    throw error;
  }
}

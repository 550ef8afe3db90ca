import { type Facts, type Lang, type Phrase, type Sentence, say } from './words';

/** A no to what the user asked: its message is one sentence that says what to do. The command then ends with code 2. */
export class CommandRefusal extends Error {
  constructor(lang: Lang, phrase: Phrase | Sentence, facts: Facts = {}) {
    super(say(lang, phrase, facts));
    this.name = 'CommandRefusal';
  }
}

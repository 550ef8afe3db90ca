import type { Draft, Entry } from '../../../../ui/outbox/vault';
import { addressOf } from '../../../../ui/shared/contract';
import { calendarWords } from '../../../../ui/shared/dates';
import type { Says } from '../../../../ui/shared/words';
import type { RollView, TakeRequest } from '../../contract';
import { takeRoll } from '../calls';
import { rollWords } from '../words';
import { keepRoll, rollName } from './kept';

const kind = 'class-roll';

/** What an entry about this class, day and part of the day is called. */
export function subjectOf({ classId, day, session }: Pick<RollView, 'classId' | 'day' | 'session'>): string {
  return `${kind} ${classId} ${day} ${session}`;
}

/** A roll as it lies on the phone until the server has it. */
export function draftOf(view: RollView, userId: string, { base, ...body }: TakeRequest): Draft {
  const { classId, day, today } = view;
  const away = body.marks.filter(({ mark }) => mark !== 'back').length;
  const says = (language: keyof Says) => {
    const sum = away === 0 ? rollWords.entryAll[language] : rollWords.entrySome[language];
    return `${view.name[language]} ${calendarWords(day, today, language)} · ${sum(away, body.called.length)}`;
  };
  return {
    ...{ userId, kind, subject: subjectOf(view), base, method: 'POST', body, says: { zh: says('zh'), en: says('en') } },
    url: addressOf(takeRoll.url, { params: { id: classId } }),
    href: `/m/classes/${classId}?day=${day}`,
  };
}

/** The class with what an entry on the phone says of it. */
export function withEntry(view: RollView, entry: Entry | undefined): RollView {
  if (!entry) return view;
  const { called, marks } = entry.body as Pick<TakeRequest, 'called' | 'marks'>;
  const [read, words] = [new Set(called), new Map(marks.map(({ childId, mark }) => [childId, mark]))];
  const pupils = view.pupils.map((pupil) => ({
    ...pupil,
    mark: words.get(pupil.childId) ?? null,
    called: read.has(pupil.childId),
  }));
  return { ...view, pupils };
}

/** What is kept of a class once the server has taken its roll. */
export function keepTaken(answer: unknown): { readonly name: string; readonly value: unknown } | undefined {
  if (!isRoll(answer) || answer.day !== answer.today) return undefined;
  return { name: rollName(answer.classId), value: keepRoll(answer) };
}

/** Whether the server's word about a roll is a roll. */
export function isRoll(current: unknown): current is RollView {
  return typeof current === 'object' && current !== null && 'pupils' in current && 'version' in current;
}

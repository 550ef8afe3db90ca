import type { About } from '../../../../ui/outbox/use-intent';
import type { Entry } from '../../../../ui/outbox/vault';
import { calendarWords } from '../../../../ui/shared/dates';
import type { Says } from '../../../../ui/shared/words';
import type { RollView, TakeRequest } from '../../contract';
import { attendanceWords, rollWords } from '../words';
import { keepRoll, rollName } from './kept';
import { partWords } from './part';

const kind = 'class-roll';

/** What an entry about this class, day and part of the day is called. */
export function subjectOf({ classId, day, session }: Pick<RollView, 'classId' | 'day' | 'session'>): string {
  return `${kind} ${classId} ${day} ${session}`;
}

/** What is said of a roll that lies on the phone until the server has it. */
export function aboutRoll(view: RollView, { called, marks }: TakeRequest): About {
  const { classId, day, today, session, sessions } = view;
  const away = marks.filter(({ mark }) => mark !== 'back').length;
  const says = (language: keyof Says) => {
    const sum = away === 0 ? rollWords.entryAll[language] : rollWords.entrySome[language];
    const part = { am: attendanceWords.am[language], pm: attendanceWords.pm[language] };
    const when = partWords(view, calendarWords(day, today, language), part);
    return `${view.name[language]} ${when} · ${sum(away, called.length)}`;
  };
  return {
    ...{ kind, subject: subjectOf(view), versionIn: 'base', says: { zh: says('zh'), en: says('en') } },
    href: `/m/classes/${classId}?day=${day}${sessions.length > 1 ? `&session=${session}` : ''}`,
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

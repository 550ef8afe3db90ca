import type { z } from 'zod';
import { daysOfSchoolYear, schoolYearAfter, schoolYearOf } from '../../modules/area';
import { readBook } from '../../modules/calendar/server';
import { dayOf } from '../../platform/clock';
import { type Context, type Db, readAs } from '../../platform/db';
import type { UsualEnds } from './accounts-contract';

/** The last days of the term that runs or comes, of the one after it, and of this school year and the next; the nearest first. */
export async function usualEnds(db: Db, context: Context): Promise<z.input<typeof UsualEnds>> {
  const { terms } = await readAs(db, context, readBook);
  const today = dayOf(db.now());
  const year = schoolYearOf(today);
  const ofTerms = terms
    .filter(({ lastDay }) => lastDay >= today)
    .slice(0, 2)
    .map((term) => ({ day: term.lastDay, says: term.number === 1 ? autumn : spring }));
  const ofYears = [year, schoolYearAfter(year)].map((one) => ({
    day: daysOfSchoolYear(one).last,
    says: endOf({ zh: `${one.replace('-', '—')} 学年`, en: `school year ${one}` }),
  }));
  return { rows: [...ofTerms, ...ofYears].sort((a, b) => (a.day < b.day ? -1 : 1)) };
}

const autumn = { zh: '秋季学期末', en: 'end of the autumn term' };
const spring = { zh: '春季学期末', en: 'end of the spring term' };

function endOf({ zh, en }: { readonly zh: string; readonly en: string }) {
  return { zh: `${zh}末`, en: `end of ${en}` };
}

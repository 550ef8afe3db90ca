import type { Expected } from '../types';
import { officer, stale } from '../whose';

/** Terms, holidays and closed days. */
export const calendarTable: Readonly<Record<string, Expected>> = {
  'GET /api/calendar/:schoolYear': { about: 'nothing', allowed: 'signed in' },
  'PUT /api/calendar/:schoolYear/terms/:number': {
    about: 'nothing',
    allowed: officer,
    body: { opensDay: '2025-03-01', firstDay: '2025-03-03', lastDay: '2025-07-11', confirmed: true, source: '试验', ...stale },
  },
  'PUT /api/calendar/:schoolYear/setting': {
    about: 'nothing',
    allowed: officer,
    body: { examDay: null, makeUpDaysTaught: true, source: '试验', ...stale },
  },
  'GET /api/public-holidays/:year': { about: 'nothing', allowed: 'signed in' },
  'PUT /api/public-holidays/:year': { about: 'nothing', allowed: officer, body: { days: [], source: '试验', ...stale } },
  'POST /api/calendar-exceptions': {
    about: 'nothing',
    allowed: officer,
    body: {
      tree: 'county',
      path: '211324/',
      grades: [],
      from: '2025-03-20',
      until: '2025-03-20',
      kind: 'closed',
      reason: '试验',
    },
  },
  'PUT /api/calendar-exceptions/:id/end': { about: 'exception', allowed: officer, absent: true, body: { ...stale } },
};

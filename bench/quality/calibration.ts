import { count, fixed, percent } from '../figures';
import type { Table } from '../table';
import type { ScoredLink, Sorted } from './outcome';

/** Upper ends of the bands of scores; result.json says nothing above 0.999999. */
const bands = [0.5, 0.9, 0.97, 0.99, 0.999, 0.9999, 0.99999, 1] as const;

/** Whether a score says what it promises: of the links in each band, how many are right. All counties together. */
export function calibrationTable(sorts: readonly Sorted[]): Table {
  const links = sorts.flatMap(({ outcomes }) => outcomes.flatMap((outcome) => outcome.links));
  return {
    title: 'Calibration: of the links and candidates whose score lies in a band, how many are right',
    headers: ['score', 'links', 'mean score', 'right', 'of those with a bad ID', 'mean score', 'right'],
    rows: bands.map((to, at) => {
      const from = at === 0 ? 0 : bands[at - 1];
      const within = links.filter(({ score }) => score >= from && score < to);
      return [`${from}–${to}`, ...cells(within), ...cells(within.filter(({ badId }) => badId))];
    }),
  };
}

function cells(links: readonly ScoredLink[]): string[] {
  if (links.length === 0) return ['0', '', ''];
  const mean = links.reduce((sum, { score }) => sum + score, 0) / links.length;
  return [count(links.length), fixed(6)(mean), percent(links.filter(({ correct }) => correct).length / links.length, 2)];
}

import path from 'node:path';
import type { Summary } from '../modules/matching/server/index';
import type { CompareOptions } from './compare-options';
import { say } from './words';

/** A county of sixty files with one mistake needs to read it once or twice, the rest stand in the results. */
const mostNotices = 5;

/** What the terminal shows after a comparison: the counts, and where the files are. */
export function summaryLines(summary: Summary, { lang, out, json }: CompareOptions): string[] {
  const { household, enrolment, attending, presence = {}, poverty, disability, placements = {}, duplicates } = summary;
  const lines = [
    say(lang, 'day', { asOf: summary.asOf, schoolYear: summary.schoolYear, ...summary.cohort }),
    say(lang, 'household', { ...household, notEnrolled: household['not-enrolled'], outOfAge: household['out-of-age'] }),
    say(lang, 'enrolment', { ...enrolment, noHousehold: enrolment['no-household'], groups: duplicates.groups }),
  ];
  if (attending)
    lines.push(say(lang, 'attending', { ...attending, noMatch: attending['no-match'], absent: presence.absent ?? 0 }));
  if (poverty) lines.push(say(lang, 'poverty', { ...poverty, notEnrolled: poverty['not-enrolled'] }));
  if (disability) {
    const none = { specialSchool: 0, inclusive: 0, homeTeaching: 0, ordinary: 0, review: 0 };
    lines.push(say(lang, 'disability', { ...none, ...placements, rows: disability.rows, missing: placements.notEnrolled ?? 0 }));
  }
  lines.push(say(lang, 'problems', { count: summary.problems }));
  for (const { file, message } of summary.notices.slice(0, mostNotices)) {
    lines.push(say(lang, 'notice', { name: path.basename(file), message }));
  }
  if (out !== undefined) lines.push(say(lang, 'workbook', { name: path.resolve(out) }));
  if (json !== undefined) lines.push(say(lang, 'json', { name: path.resolve(json) }));
  if (out === undefined && json === undefined) lines.push(say(lang, 'nothingWritten'));
  return lines;
}

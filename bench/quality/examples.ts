import { csvLines } from '../csv';
import type { Written } from './counties';
import { type Result, registersOf } from './outcome';

const shown =
  /^(姓名|学生姓名|公民身份号码|身份证件?号|性别|出生日期|曾用名|户籍地址|学校名称|学校标识码|监护人.*(姓名|证.*号)|村.*|现住址|详细地址|家庭.*姓名|成员.*姓名)/;
const most = 25;

/** Prints rows that were taken for the wrong child, reported as not enrolled though they are, or left to a person. */
export function printErrors(written: Written, result: Result): void {
  const { household, enrolment } = registersOf(written.truth);
  const lines = { household: [...csvLines(written.household)], enrolment: [...csvLines(written.enrolment)] };
  const describe = (which: 'household' | 'enrolment', row: number) => {
    const [first] = [written.truth.registers[which]?.firstRow ?? 2];
    const headers = lines[which][first - 2];
    const cells = lines[which][row - 1].flatMap((cell, at) => (shown.test(headers[at]) && cell !== '' ? [cell] : []));
    const errors = Object.entries(written.truth.registers[which]?.errors ?? {}).flatMap(([kind, rows]) =>
      rows.includes(row) ? [kind] : [],
    );
    return `${which === 'household' ? '户' : '学'}${row} ${cells.join(' ')}${errors.length > 0 ? ` «${errors.join()}»` : ''}`;
  };
  const trueRows = rowsByPerson(enrolment.person, enrolment.firstRow);
  const counts: Record<string, number> = {};
  const say = (kind: string, text: string) => {
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (counts[kind] <= most) console.log(`  ${kind}: ${text}`);
  };
  for (const { row, status, enrolment: links } of result.household) {
    const person = household.person[row - household.firstRow];
    const real = trueRows.get(person) ?? [];
    const told = [describe('household', row)];
    if (status === 'enrolled' && real.length === 0 && written.truth.persons.inAge[person] === 1) say('HIDDEN', '(below)');
    for (const link of links) {
      if (status === 'review') {
        if (!real.includes(link.row))
          told.push(`offered wrong ${link.score} ${describe('enrolment', link.row)} ${link.evidence.join()}`);
        else told.push(`offered right ${link.score} ${describe('enrolment', link.row)} ${link.evidence.join()}`);
      } else if (!real.includes(link.row))
        say(
          'WRONG',
          `${describe('household', row)}\n      → ${link.score} ${describe('enrolment', link.row)}\n      ${link.evidence.join()}${real.map((one) => `\n      true ${describe('enrolment', one)}`).join('')}`,
        );
    }
    if (status === 'review') say(real.length > 0 ? 'REVIEW(enrolled)' : 'REVIEW(absent)', told.join('\n      '));
    const missed = real.filter((one) => !links.some((link) => link.row === one));
    if (status !== 'invalid' && missed.length > 0)
      say(
        status === 'not-enrolled' ? 'FALSE-ABSENT' : `MISSED(${status})`,
        [...told.slice(0, 1), ...missed.map((one) => describe('enrolment', one))].join('\n      '),
      );
  }
  console.log(counts);
}

function rowsByPerson(persons: readonly number[], firstRow: number): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  persons.forEach((person, at) => {
    if (person >= 0) rows.set(person, [...(rows.get(person) ?? []), firstRow + at]);
  });
  return rows;
}

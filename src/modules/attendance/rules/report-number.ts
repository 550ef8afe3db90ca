import type { ReportKind } from './duties';

/** The number of a report as letters of offices have it: 青禾小学缺课报告〔2024〕3号; the year is that in which the school year began. */
export function reportNumber({
  school,
  kind,
  schoolYear,
  serial,
}: {
  readonly school: string;
  readonly kind: ReportKind;
  readonly schoolYear: string;
  readonly serial: number;
}): string {
  return `${school}${kind === 'report' ? '缺课报告' : '提请认定'}〔${schoolYear.slice(0, 4)}〕${serial}号`;
}

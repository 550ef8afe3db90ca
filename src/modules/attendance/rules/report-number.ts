import type { ReportKind } from './duties';

/** The number of a report as letters of offices have it: 青禾小学缺课报告〔2025〕3号; the year is that of the day on which it was written. */
export function reportNumber({
  school,
  kind,
  year,
  serial,
}: {
  readonly school: string;
  readonly kind: ReportKind;
  readonly year: string;
  readonly serial: number;
}): string {
  return `${school}${kind === 'report' ? '缺课报告' : '提请认定'}〔${year}〕${serial}号`;
}

import { upgradeIdNumber } from '../../../kernel/id-number';
import type { blindIndex } from '../../../platform/crypto';
import type { ChildValues } from '../rules/child-values';

/** A number in the one form in which it is looked for. */
export type NormalNumber = { readonly purpose: Parameters<typeof blindIndex>[1]; readonly text: string };

/** The numbers of a row by which its child is found: ID number, student number, telephone. */
export function normalNumbers({ idNumber = '', studentNumber = '', guardianPhone = '' }: ChildValues): readonly NormalNumber[] {
  return [idForm(idNumber), studentForm(studentNumber), phoneForm(guardianPhone)].filter(isLong);
}

/** What somebody typed may be any of the three; only the whole number finds. */
export function typedNumbers(typed: string): readonly NormalNumber[] {
  return [idForm(typed), studentForm(typed), phoneForm(typed)].filter(isLong);
}

/** An ID number as it is looked for. */
export function idForm(text: string): NormalNumber {
  return { purpose: 'id-number', text: upgradeIdNumber(bare(text)) };
}

function studentForm(text: string): NormalNumber {
  return { purpose: 'student-number', text: bare(text) };
}

function phoneForm(text: string): NormalNumber {
  return {
    purpose: 'phone',
    text: bare(text)
      .replace(/^(\+|00)86/, '')
      .replaceAll(/\D/g, ''),
  };
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s()-]/g, '');
}

/** Shorter ones are no numbers of a person: a county has thousands of 1 and 无. */
function isLong({ text }: NormalNumber): boolean {
  return text.length >= 7;
}

import { maskId, maskName, maskPhone } from '../../../kernel/mask';

/** A text of a list or a record as it stands on a page unasked. Addresses are shown to the township by other fields. */
export function maskOf(field: string, text: string): string {
  if (text === '') return '';
  if (field === 'idNumber' || field.endsWith('Id')) return maskId(text);
  if (field.endsWith('Phone') || field === 'phone') return maskPhone(text);
  if (field === 'guardianName' || field.endsWith('Name')) return maskName(text);
  // A student number holds the ID number, and an address leads to the door: nothing of them is kept.
  return '*'.repeat(Math.min(6, Array.from(text).length));
}

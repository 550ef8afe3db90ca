/** The fields of a record that are kept sealed and shown masked, in the order of the page. */
export const maskedFields = ['idNumber', 'studentNumber', 'ethnicity', 'guardianName', 'guardianPhone', 'address'] as const;
export type MaskedField = (typeof maskedFields)[number];

/** Whether a field of a row is one of those of the record. */
export function isMaskedField(field: string): field is MaskedField {
  return (maskedFields as readonly string[]).includes(field);
}

import type { RowValues } from './row-values';

/**
 * Everything of a row that a comparison looks at, as one text: a decision about two rows holds as long as the texts of both
 * stay the same. Notes, disability, poverty and the like may change without asking anybody again.
 */
export function comparedText({ values, more }: RowValues): string {
  const { name, formerName, idNumber, birthDay, sex, township, village, address, school, className } = values;
  const who = [name, formerName, idNumber, more.idType, more.disabilityCard, birthDay, sex];
  const family = [more.guardian1Name, more.guardian1Id, more.guardian1Phone, more.guardian2Name, more.guardian2Id];
  const house = [more.guardian2Phone, more.phone, more.headName, more.headId];
  return JSON.stringify([...who, ...family, ...house, township, village, address, school, className].map((text) => text ?? ''));
}

import type { ValueName } from './child-values';

/** Classes of what is known of a child: F1 who it is, F2 contact, F3 numbers, F4 special situation. */
export type FieldClass = 'F1' | 'F2' | 'F3' | 'F4';

/** Every value of a record with its class; what is not F1 is kept sealed and shown masked. */
const valueClasses: { readonly [V in ValueName]: FieldClass } = {
  name: 'F1',
  formerName: 'F1',
  sex: 'F1',
  birthDay: 'F1',
  idNumber: 'F3',
  studentNumber: 'F3',
  ethnicity: 'F4',
  guardianName: 'F2',
  guardianPhone: 'F2',
  address: 'F2',
  township: 'F1',
  village: 'F1',
  areaPath: 'F1',
  school: 'F1',
  className: 'F1',
  grade: 'F1',
  schoolPath: 'F1',
};

/** Fields of lists that are no value of the record. What is not named here may say anything and is F4. */
const listClasses: Readonly<Record<string, FieldClass>> = {
  schoolCode: 'F1',
  enrolmentState: 'F1',
  attendsBy: 'F1',
  changeReason: 'F1',
  relationToHead: 'F1',
  residenceMatches: 'F1',
  idType: 'F1',
  guardian1Name: 'F2',
  guardian1Phone: 'F2',
  guardian2Name: 'F2',
  guardian2Phone: 'F2',
  phone: 'F2',
  headName: 'F2',
  guardian1Id: 'F3',
  guardian2Id: 'F3',
  headId: 'F3',
  householdNumber: 'F3',
  auxiliaryNumber: 'F3',
  disabilityCard: 'F3',
};

/** The class of a field of a record or of a list. */
export function classOfField(field: string): FieldClass {
  return valueClasses[field as ValueName] ?? listClasses[field] ?? 'F4';
}

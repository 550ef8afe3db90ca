/** 普校随班就读、特校、送教上门 …: 《残疾人教育条例》第十七条; the others say why there is none. */
export type Placement =
  | 'specialSchool'
  | 'homeTeaching'
  | 'inclusive'
  | 'ordinary'
  | 'notEnrolled'
  | 'review'
  | 'outOfAge'
  | 'noHousehold';

/** What the enrolment register says of one pupil's schooling. */
export type Schooling = {
  readonly schoolCode: string;
  readonly school: string;
  readonly attendsBy: string;
  readonly enrolmentState: string;
  readonly inclusive: string;
};

/**
 * How an enrolled disabled child is placed. 学校标识码 begins with 51 for schools of special education; 送教上门 may stand
 * as the way of attending or as the state of the enrolment; 「非随班就读」 is the form's word for no.
 */
export function placementOf(schooling: Schooling): Placement {
  if (/送教/.test(schooling.attendsBy) || /送教/.test(schooling.enrolmentState)) return 'homeTeaching';
  if (schooling.schoolCode.startsWith('51') || /特殊教育|特教|培智|盲|聋|启智/.test(schooling.school)) return 'specialSchool';
  return /^(是|1|Y|.*随班就读)$/i.test(schooling.inclusive) && !schooling.inclusive.startsWith('非') ? 'inclusive' : 'ordinary';
}

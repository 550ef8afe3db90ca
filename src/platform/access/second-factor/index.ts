export { verifyCode } from './codes';
export { type Enrolment, newEnrolment } from './enrolment';

export { beginEnrolment, renewRecoveryCodes, type ShownEnrolment } from './enrolment';
export { asServer, guessFromSource } from './guess';
export { hashNewPassword } from './new-password';
export { SESSION_SECONDS } from './open-session';
export { changeOwnPassword } from './own-password';
export { changeLanguage, endOwnSession, type OwnSession, ownSessions } from './own-session';
export { giveCode } from './second-step';
export { type Admission, admitInvited, signIn, signOut, type Visitor } from './sign-in';
export type { Step } from './step';

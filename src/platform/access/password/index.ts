export { hashPassword, needsRehash, verifyPassword } from './hash';
export { checkPassword, isPasswordOld, type PasswordProfile } from './policy';

export { hashPassword, needsRehash, verifyPassword } from './hash';
export {
  checkPassword,
  isPasswordOld,
  longestPassword,
  type PasswordFault,
  type PasswordProfile,
  type PasswordQuestion,
  passwordProfiles,
} from './policy';

import { Refusal } from '../../../kernel/refusal';
import { checkPassword, hashPassword, type PasswordProfile } from '../password';

/** The county is examined by 等保; another profile becomes a setting when a county asks for it. */
export const passwordProfile: PasswordProfile = 'djbh';

/** Whose password it becomes: what people around him know, and whether a second factor stands behind it. */
export type PasswordOwner = { readonly known: readonly string[]; readonly secondFactor: boolean };

/** The hash of a new password; a Refusal that names the field `path` when it is too weak. */
export async function hashNewPassword(password: string, owner: PasswordOwner, path: string): Promise<string> {
  const fault = checkPassword({ password, profile: passwordProfile, ...owner });
  if (fault === undefined) return hashPassword(password);
  const { zh, en } = fault;
  throw new Refusal(
    'invalid',
    'weak-password',
    { zh: `没有保存：${zh}`, en: `Not saved: ${en}` },
    { fields: [{ path, zh, en }] },
  );
}

export function samePassword(): Refusal {
  const says = { zh: '新密码和现在的一样，请换一个。', en: 'The new password is the present one: choose another.' };
  return new Refusal('invalid', 'same-password', says, { fields: [{ path: 'next', ...says }] });
}

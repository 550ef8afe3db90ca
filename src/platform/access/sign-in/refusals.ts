import { Refusal } from '../../../kernel/refusal';

/** One sentence for every sign-in that fails, so that nobody learns which accounts exist (SEC-19). */
export function wrongPassword(): Refusal {
  return new Refusal('unauthenticated', 'wrong-password', {
    zh: '没有登录：账号或密码不对，或者账号已停用。请检查后再试；忘了密码请联系县教育局系统管理员。',
    en: 'Not signed in: the account or the password is wrong, or the account is disabled. Check both and try again; if you forgot the password, ask the system administrator of the bureau.',
  });
}

export function wrongOwnPassword(): Refusal {
  return new Refusal('unauthenticated', 'wrong-password', {
    zh: '没有保存：现在的密码不对。请再输一次。',
    en: 'Not saved: that is not your present password. Enter it again.',
  });
}

export function wrongCode(): Refusal {
  return new Refusal('unauthenticated', 'wrong-code', {
    zh: '验证码不对，或者已经用过。请等验证器显示下一个数字再试；手机时间不准也会这样。',
    en: 'The code is wrong or was used before. Wait for the next one and try again; a phone whose clock is off gives wrong codes too.',
  });
}

export function tooManyGuesses(seconds: number): Refusal {
  const minutes = Math.ceil(seconds / 60);
  return new Refusal(
    'too-many',
    'too-many-guesses',
    {
      zh: `输错次数太多，请 ${minutes} 分钟后再试。用平时登录的那台电脑或手机，可以马上再试。`,
      en: `Too many wrong tries. Try again in ${minutes} minutes, or at once from the device you usually sign in from.`,
    },
    { retryAfter: seconds },
  );
}

export function sessionOver(): Refusal {
  return new Refusal('unauthenticated', 'not-signed-in', {
    zh: '登录已经结束。请重新登录后继续，填写的内容不会丢。',
    en: 'Your session has ended. Sign in again to go on; what you typed is kept.',
  });
}

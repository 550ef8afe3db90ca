import { Refusal } from '../../../kernel/refusal';
import { exportLimits } from '../rules/export-state';

const { rosterRows, mostRows } = exportLimits;

/** Nobody fits the filter, so there is nothing to take out. */
export function nothingToTake(): Refusal {
  return refusal(
    'unprocessable',
    'no-rows',
    '没有导出：按现在的条件一名学生也没有。请换个条件再试。',
    'Nothing fits these filters. Change them.',
  );
}

export function tooManyForRoster(): Refusal {
  return refusal(
    'unprocessable',
    'roster-too-long',
    `没有导出：花名册最多直接导出 ${rosterRows} 行。请缩小范围，或提交导出申请。`,
    `A roster of at most ${rosterRows} rows goes out at once. Narrow the list, or ask for an export.`,
  );
}

export function tooManyRows(): Refusal {
  return refusal(
    'unprocessable',
    'export-too-long',
    `没有提交：一次最多导出 ${mostRows} 行。请按乡镇或学校分几次申请。`,
    `One export holds at most ${mostRows} rows. Ask township by township, or school by school.`,
  );
}

/** Somebody answers for several schools, and a request is about one. */
export function chooseSchool(): Refusal {
  return refusal(
    'unprocessable',
    'choose-school',
    '没有提交：您负责几所学校，请先选一所。',
    'You answer for several schools; choose one first.',
  );
}

/** What was asked for is no longer, or not yet, at the step that somebody wants to take. */
export function notNow(): Refusal {
  return refusal(
    'conflict',
    'not-now',
    '没有办成：这条导出申请的状态已经变了，或者已过期。请刷新后看看现在能做什么。',
    'This export has come to another point, or has run out. Reload and see what can be done.',
  );
}

export function notYourOwn(): Refusal {
  return refusal(
    'forbidden',
    'own-request',
    '不能审批自己的申请。请由另一位有审批权限的人审批。',
    'Nobody approves what he asked for himself. Another person has to.',
  );
}

export function passwordFirst(): Refusal {
  return refusal(
    'conflict',
    'no-password',
    '还不能下载：请先点“取密码”，记下密码再下载，没有密码打不开。',
    'Get the password first and write it down; without it the file cannot be opened.',
  );
}

/** The register of goals, SEC-05: whoever takes data out has shown a second factor, whatever his role. */
export function factorNeeded(): Refusal {
  return refusal(
    'forbidden',
    'export-needs-factor',
    '还差一步：导出要先用验证器登录。请在“我的账号”里绑定验证器，重新登录后再来。',
    'Whoever takes data out signs in with an authenticator. Set one up under your account, sign in again, and come back.',
  );
}

/** Rights that were taken back between the request and the writing count. */
export function rightGone(): Refusal {
  return refusal(
    'forbidden',
    'right-gone',
    '没有生成：申请人现在没有这个范围的导出权限。请由有权限的人重新申请。',
    'Not written: whoever asked may no longer take this out. Somebody who may has to ask anew.',
  );
}

export function grewSince(rows: number, approved: number): Refusal {
  return refusal(
    'conflict',
    'grew-since',
    `没有生成：批准时是 ${approved} 行，现在有 ${rows} 行，差得太多。请重新申请，让审批人看到现在的数。`,
    `Not written: ${approved} rows were approved, now there are ${rows}. Ask anew, so that the approver sees it.`,
  );
}

function refusal(kind: 'unprocessable' | 'conflict' | 'forbidden', code: string, zh: string, en: string): Refusal {
  return new Refusal(kind, code, { zh, en });
}

import { Refusal, type Sentence } from '../../../kernel/refusal';
import { batchActWords, batchStateWords } from '../batch-words';
import type { BatchAct, BatchState } from '../rules/batch-state';

/** What things of this module are called in refusals. */
export const things = { batch: { zh: '个名册批次', en: 'imported list' } } as const satisfies Record<string, Sentence>;

/** A batch stands where this cannot happen to it. */
export function wrongState(state: BatchState, act: BatchAct): Refusal {
  const [stands, wish] = [batchStateWords[state], batchActWords[act]];
  return new Refusal(
    'conflict',
    'wrong-state',
    {
      zh: `没有${wish.zh}：这批名册现在是“${stands.zh}”。请刷新页面，看它现在能做什么。`,
      en: `Not done (${wish.en}): this list is now "${stands.en}". Reload the page to see what can be done with it.`,
    },
    { current: { state } },
  );
}

/** The list in use is another one than when the effect was shown. */
export function currentChanged(): Refusal {
  return new Refusal('conflict', 'current-changed', {
    zh: '没有导入：您看过之后，这种名册又有人导入了新的一批。请点“重新检查”，看清新的影响再导入。',
    en: 'Not imported: after you looked, somebody imported another list of this kind. Check again, and import once you have seen the new effect.',
  });
}

/** A guard says stop. */
export function stopped(guard: Sentence & { readonly code: string }): Refusal {
  return new Refusal('unprocessable', guard.code, { zh: guard.zh, en: guard.en });
}

/** A guard asks and was not answered. */
export function reasonNeeded(guards: readonly Sentence[]): Refusal {
  const zh = guards.map((guard) => guard.zh).join('');
  const en = guards.map((guard) => guard.en).join(' ');
  return new Refusal(
    'unprocessable',
    'reason-needed',
    { zh: `还没有导入，请先写明原因：${zh}`, en: `Not imported yet; say why first: ${en}` },
    { fields: [{ path: 'reason', zh: '请写明原因。', en: 'Say why.' }] },
  );
}

/** A batch without a file has nothing to be read. */
export function noFiles(): Refusal {
  return new Refusal('unprocessable', 'no-files', {
    zh: '没有开始：还没有上传文件。请先选文件。',
    en: 'Not begun: no file was uploaded. Choose one first.',
  });
}

/** One batch takes so many files. */
export function tooManyFiles(most: number): Refusal {
  return new Refusal('unprocessable', 'too-many-files', {
    zh: `没有收下：一批最多 ${most} 个文件。请分几批上传，第二批起选“补充”。`,
    en: `Not taken: a batch holds at most ${most} files. Upload the rest as further batches and choose "add".`,
  });
}

/** The unit is not one for which the asker may bring this kind of list. */
export function notYourList(): Refusal {
  return new Refusal('forbidden', 'not-your-list', {
    zh: '没有开始：学校只能导入本校的在校名册和学籍名册，其他名册请由县教育局导入。',
    en: 'Not begun: a school imports its own attending and enrolment lists only; other lists are imported by the bureau.',
  });
}

/** A mapping in which two columns mean the same. */
export function sameRoleTwice(role: Sentence, columns: readonly string[]): Refusal {
  const list = columns.join('、');
  return new Refusal('unprocessable', 'same-role-twice', {
    zh: `没有保存：“${list}”都选成了“${role.zh}”。一种内容只能有一列，请改其中一列。`,
    en: `Not saved: "${list}" are all said to be ${role.en}. One thing has one column; change the others.`,
  });
}

/** Undo goes from the newest back: something newer stands on this batch. */
export function newerFirst(): Refusal {
  return new Refusal('conflict', 'newer-first', {
    zh: '没有撤销：这批之后又导入了新的名册。请先撤销新的那批，再撤销这批。',
    en: 'Not undone: another list was imported after this one. Undo that one first.',
  });
}

/** A mode that this batch cannot be taken in. */
export function wrongMode(): Refusal {
  return new Refusal('unprocessable', 'wrong-mode', {
    zh: '没有导入：这批名册不能这样导入。请刷新页面，按“看影响”里列出的方式选择。',
    en: 'Not imported: this list cannot be taken in that way. Reload the page and choose one of the ways shown with their effects.',
  });
}

/** Nothing in a batch has to be mended. */
export function nothingToMend(): Refusal {
  return new Refusal('unprocessable', 'nothing-to-mend', {
    zh: '没有生成：这批名册里没有要改的行。',
    en: 'Nothing made: no row of this list has to be mended.',
  });
}

/** More rows than are handed out as a workbook: to be mended by hand, or to somebody who did not bring the list. */
export function tooManyToMend(rows: number, most: number, brought: boolean): Refusal {
  const zh = brought
    ? `没有生成：要改的有 ${rows} 行，超过 ${most} 行，多半是整列出了同一种错。请看上面是哪一列，在原系统里改好后重新导出。`
    : `没有生成：要改的有 ${rows} 行。不是您上传的名册一次最多下载 ${most} 行，请由上传的人下载。`;
  const en = brought
    ? `Not made: ${rows} rows have to be mended, more than ${most}, most likely one mistake in a whole column. See above which, mend it where the list comes from and export it again.`
    : `Not made: ${rows} rows have to be mended, and of a list you did not bring ${most} are handed out. Ask whoever brought it.`;
  return new Refusal('unprocessable', 'too-many-to-mend', { zh, en });
}

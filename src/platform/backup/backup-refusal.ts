/** A backup that cannot be made or used; nothing was changed. One sentence in each language. */
export class BackupRefusal extends Error {
  constructor(
    readonly code: 'passphrase' | 'no-backup' | 'damaged' | 'other-version' | 'not-empty',
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${zh} (${en})`);
    this.name = 'BackupRefusal';
  }
}

export const refusals = {
  shortPassphrase: () =>
    new BackupRefusal(
      'passphrase',
      '备份口令太短：至少 15 个字符。没有它谁也打不开备份，请另行妥善保管。',
      'The passphrase of the backup is too short: at least 15 characters. Nobody can open the backup without it, so keep it safe and elsewhere.',
    ),
  noBackup: (file: string) =>
    new BackupRefusal(
      'no-backup',
      `${file} 不是本系统的备份文件。请核对文件。`,
      `${file} is not a backup of this system. Check the file.`,
    ),
  damaged: () =>
    new BackupRefusal(
      'damaged',
      '备份打不开：口令不对，或者文件不完整、被改动过。没有恢复任何数据；请核对口令，或换一份备份。',
      'The backup does not open: the passphrase is wrong, or the file is incomplete or was changed. Nothing was restored; check the passphrase, or use another copy.',
    ),
  otherVersion: (name: string) =>
    new BackupRefusal(
      'other-version',
      `备份来自这个程序不认识的版本（${name}）。没有恢复任何数据；请用同一版本或更新的程序恢复。`,
      `The backup is of a version this program does not know (${name}). Nothing was restored; use that version or a newer one.`,
    ),
  notEmpty: () =>
    new BackupRefusal(
      'not-empty',
      '没有恢复：目标里已有数据，恢复会覆盖它。请换一个空的数据目录和空的数据库。',
      'Not restored: there is data already, which would be overwritten. Choose an empty data folder and an empty database.',
    ),
};

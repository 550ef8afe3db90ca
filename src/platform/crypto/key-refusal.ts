/** Why a key or a sealed value is refused. */
export type KeyRefusalCode = keyof typeof sentences;

/**
 * A key ring that may not be used, or a sealed value that does not open. `zh` and `en` are one sentence each about what
 * happened, why, and what to do now; neither holds a key or a value.
 */
export class KeyRefusal extends Error {
  readonly zh: string;
  readonly en: string;

  constructor(
    readonly code: KeyRefusalCode,
    facts: Readonly<Record<string, string | number>> = {},
  ) {
    const [zh, en] = sentences[code].map((sentence) => filled(sentence, facts));
    super(`${zh} ${en}`);
    this.name = 'KeyRefusal';
    this.zh = zh;
    this.en = en;
  }
}

const sentences = {
  missing: [
    '找不到密钥文件 {file}，没有它，已加密的数据谁也读不出。请从备份里把它放回原处再启动；不要新建，新密钥打不开旧数据。',
    'The key file {file} is missing, and without it nobody can read the encrypted data. Put it back from the backup and start again; do not make a new one, it cannot open the old data.',
  ],
  unreadable: [
    '读不了密钥文件 {file}（{why}）。请让运行本系统的用户能够读取它，再启动。',
    'The key file {file} cannot be read ({why}). Let the user who runs this system read it, then start again.',
  ],
  damaged: [
    '密钥文件 {file} 已损坏或被改动过，系统没有使用它，以免写出打不开的数据。请用备份里的密钥文件替换它，再启动。',
    'The key file {file} is damaged or was changed, and is not used, so that nothing is written that nobody can open. Replace it with the one from the backup, then start again.',
  ],
  exposed: [
    '密钥文件 {file} 对本机其他用户开放。请执行 chmod 600 {file} 再启动；如果可能已被别人读过，启动后请轮换密钥。',
    'The key file {file} is open to other users of this machine. Run chmod 600 {file} and start again; if somebody may have read it, rotate the key afterwards.',
  ],
  exposedFolder: [
    '密钥所在的文件夹 {folder} 可以被本机其他用户改写，密钥可能被调换。请执行 chmod 700 {folder}，再启动。',
    'The folder of the keys {folder} can be changed by other users of this machine, so the keys could be exchanged. Run chmod 700 {folder}, then start again.',
  ],
  exists: [
    '密钥文件 {file} 已经存在，没有另建，否则旧数据就打不开了。要用它，直接启动；确实要重新开始，请换一个空的数据文件夹。',
    'The key file {file} is already there, and no other was made, because old data would be lost. To use it, simply start; to begin afresh, choose an empty data folder.',
  ],
  rotating: [
    '密钥没有轮换：{file}.new 还在，可能另一次轮换正在进行，也可能上次中断了。确认没有别的轮换后，删除 {file}.new 再试。',
    'The key was not rotated: {file}.new is there, from a rotation that is running or was interrupted. If none is running, delete {file}.new and try again.',
  ],
  worn: [
    '密钥没有轮换：第 {version} 版已是最后一版。请把数据导入新的数据文件夹。',
    'The key was not rotated: version {version} is the last there can be. Move the data into a new data folder.',
  ],
  unwritable: [
    '写不了密钥文件 {file}（{why}），原有密钥没有变动。请检查磁盘空间和文件夹权限，再试一次。',
    'The key file {file} cannot be written ({why}); the keys are as they were. Look at disk space and the rights of the folder, then try again.',
  ],
  noShangMi: [
    '密钥文件要求国密算法（SM3、SM4），这台机器的 Node.js 没有或算得不对。请换用官方发布的 Node.js，再启动。',
    'The key file asks for the algorithms SM3 and SM4, which this Node.js lacks or gets wrong. Use an official Node.js, then start again.',
  ],
  unknownKey: [
    '数据用第 {version} 版密钥加密，密钥文件里只有到第 {newest} 版。刚轮换过密钥，请重启系统；否则请放回较新的密钥文件。',
    'The data was encrypted with version {version} of the key, and the key file goes up to {newest}. If the key was just rotated, restart the system; otherwise put the newer key file back.',
  ],
  brokenSeal: [
    '加密内容打不开（{place}）：它被改动过，或者不属于这条记录。请先不要使用这条记录，联系系统管理员用备份核对。',
    'An encrypted value does not open ({place}): it was changed, or belongs to another record. Do not use this record for now; ask the administrator to compare it with a backup.',
  ],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

function filled(sentence: string, facts: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '?'));
}

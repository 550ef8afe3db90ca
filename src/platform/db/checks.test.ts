import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { checkDisk } from './checks';

// A disk that is always full: what the kernel shows under /proc has no free block.
it.skipIf(process.platform !== 'linux')(
  'a full disk is refused with what is left on it, before PostgreSQL stops on it',
  async () => {
    await expect(checkDisk('/proc')).rejects.toMatchObject({
      code: 'disk-full',
      zh: '数据目录所在的磁盘只剩 0 MB，不足 1 GB。请清出空间后再启动。',
      en: 'Only 0 MB are free on the disk of the data folder, less than 1 GB. Make room, then start again.',
    });
  },
);

it('a disk with room is taken', async () => {
  await expect(checkDisk(tmpdir())).resolves.toBeUndefined();
});

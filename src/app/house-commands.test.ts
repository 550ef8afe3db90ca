import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OwnHouse, type Served } from './testing/own-house';

const PATIENCE = { timeout: 120_000 };

/** What whoever may use the server's own console does while the server is at work. */
describe('beside a server that is at work', () => {
  const house = new OwnHouse();
  let served: Served;
  beforeAll(async () => {
    served = await house.start();
  }, 180_000);
  afterAll(async () => {
    await served.stop();
    await house.remove();
  });

  async function refused(args: readonly string[], sentence: RegExp): Promise<void> {
    const { code, err } = await house.run(args);
    expect({ code, err: err.trimEnd() }).toEqual({ code: 2, err: expect.stringMatching(sentence) });
    expect(err.trimEnd(), 'one sentence').not.toContain('\n');
  }

  async function post(url: string, body: object): Promise<{ status: number; json: Record<string, unknown> }> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const answer = await fetch(served.address + url, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  }

  const user = (act: string, login: string, ...more: string[]) => ['user', act, '--login', login, ...more];
  const person = ['--name', '赵新', '--unit', '县教育局'];

  async function codeOf(args: readonly string[]): Promise<string> {
    const { code, out, err } = await house.run(args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return /邀请码：([0-9A-Z-]+)（/.exec(out)?.[1] ?? out;
  }

  describe('nol user', () => {
    const password = 'Seven lanterns 5 drift past harbour';

    it('makes an account whose code lets its person in, resets and disables it, and notes each', PATIENCE, async () => {
      const code = await codeOf(user('add', 'zhaoxin', ...person, '--office', 'system-admin'));
      expect((await post('/api/invitation/look', { code })).json).toMatchObject({ login: 'zhaoxin', name: '赵新' });
      expect((await post('/api/invitation', { code, password })).status).toBe(200);
      expect((await house.run(['user', 'list'])).out).toMatch(/^zhaoxin\t赵新\t县教育局\t在用\t/m);

      const again = await codeOf(user('reset', 'zhaoxin', '--reason', '忘记密码', '--second-factor'));
      expect(again).not.toBe(code);
      expect((await post('/api/invitation/look', { code })).status, 'the first code is spent').toBe(401);
      expect((await post('/api/invitation/look', { code: again })).status).toBe(200);
      expect(await house.sql('select 1 from session where ended_at is null'), 'signed out').toEqual([]);

      await codeOf(user('add', 'qianer', ...person));
      expect((await house.run(user('disable', 'qianer', '--reason', '调离'))).out).toMatch(/账号 qianer 已停用/);
      expect((await house.run(['user', 'list'])).out).toMatch(/^qianer\t.*\t停用\t/m);

      const acts = await house.sql(
        "select act, reason from audit_line where source = 'command' and (act like 'account.%' or act like 'invitation.%' or act like '%grant%' or act like 'second%') order by at, seq",
      );
      const count = (act: string) => acts.filter((line) => line.act === act).length;
      expect(['account.create', 'grant.console', 'invitation.make', 'second-factor.clear', 'account.disable'].map(count)).toEqual(
        [2, 1, 3, 1, 1],
      );
      expect(JSON.stringify(acts)).toContain('调离');
    });

    it('refuses what cannot be, and changes nothing', PATIENCE, async () => {
      await codeOf(user('add', 'sunsan', ...person));
      const before = await house.sql('select login, version from app_user order by 1');
      await refused(['user'], /nol user list、add、disable 或 reset/);
      await refused(['user', 'remove'], /nol user list、add、disable 或 reset/);
      await refused(user('add', 'sunsan', ...person), /登录名已经有人用了/);
      await refused(user('add', 'lisi', '--name', '李四'), /--unit 缺少/);
      await refused(user('add', 'lisi', ...person, '--office', 'class-teacher'), /--office 只能是 system-admin/);
      await refused(user('disable', 'sunsan'), /--reason/);
      await refused(['user', 'disable', '--reason', '调离'], /--login/);
      await refused(user('reset', 'nobody', '--reason', '忘记密码'), /账号/);
      await refused(user('disable', 'zhaoxin', '--reason', '调离'), /系统管理员/);
      expect(await house.sql('select login, version from app_user order by 1')).toEqual(before);
    });
  });

  describe('nol verify-audit', () => {
    it('says that the trail is whole, and adds itself to it', PATIENCE, async () => {
      const { code, out } = await house.run(['verify-audit']);
      expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/审计完好：[1-9]\d* 条/) });
      expect(await house.sql("select 1 from audit_line where act = 'audit.verify' and source = 'command'")).toHaveLength(1);
    });

    it.each([
      [
        'changed',
        "update audit_line set reason = '改过' where (chain, seq) = (CHAIN, SEQ)",
        /第 CHAIN 链第 SEQ 条内容和写入时不一样/,
      ],
      ['taken out', 'delete from audit_line where (chain, seq) = (CHAIN, SEQ)', /第 CHAIN 链第 SEQ 条不见了/],
    ] as const)('names the first line that was %s', PATIENCE, async (_, spoil, sentence) => {
      await house.sql('create schema kept; create table kept.line as select * from audit_line');
      const [first] = await house.sql('select chain, seq from audit_line order by chain, seq offset 1 limit 1');
      const placed = (text: string) => text.replace('CHAIN', String(first?.chain)).replace('SEQ', String(first?.seq));
      await house.sql(placed(spoil));
      await house.sql(
        "update audit_line set reason = '后面的也改了' where ctid = (select ctid from audit_line order by chain desc, seq desc limit 1)",
      );
      const mend = 'delete from audit_line; insert into audit_line select * from kept.line; drop schema kept cascade';
      await refused(['verify-audit'], new RegExp(placed(sentence.source))).finally(() => house.sql(mend));
      expect((await house.run(['verify-audit'])).code).toBe(0);
    });
  });

  describe('nol doctor', () => {
    const keys = path.join(house.folder, 'keys', 'ring.json');

    it('finds nothing that must be put right, and says what to see to', PATIENCE, async () => {
      const { code, out, err } = await house.run(['doctor']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^! 从来没有备份过。请运行 nol backup/m);
      expect(out).not.toContain('✗');
      for (const well of [/^✓ PostgreSQL \d/m, /^✓ 数据库结构是/m, /^✓ 行级安全/m, /^✓ 密钥文件/m, /^✓ 审计每条链/m])
        expect(out).toMatch(well);
    });

    /** Finds this, with code 2; afterwards all is as before. */
    async function finds(spoil: () => unknown, mend: () => unknown, finding: RegExp): Promise<void> {
      await spoil();
      const { code, out, err } = await house.run(['doctor']);
      await mend();
      expect({ code, out, err }).toEqual({
        code: 2,
        out: expect.stringMatching(finding),
        err: expect.stringMatching(/^有 1 处必须先解决（✗）。\n$/),
      });
      expect((await house.run(['doctor'])).code, 'well again').toBe(0);
    }

    it('finds a table without row-level security', PATIENCE, async () => {
      const switched = (how: string) => () => house.sql(`alter table role_grant ${how} row level security`);
      await finds(switched('disable'), switched('enable'), /^✗ .*行级安全：role_grant。请/m);
    });

    it('finds keys that others can read, and keys that are gone', PATIENCE, async () => {
      await finds(
        () => chmodSync(keys, 0o644),
        () => chmodSync(keys, 0o600),
        /^✗ .*ring\.json/m,
      );
      const ring = readFileSync(keys);
      await finds(
        () => rmSync(keys),
        () => writeFileSync(keys, ring, { mode: 0o600 }),
        /^✗ 找不到密钥文件/m,
      );
    });

    it('finds an end of the trail that is not as noted', PATIENCE, async () => {
      const flip = () =>
        house.sql(
          "update audit_head set mac = decode(md5(encode(mac, 'hex')) || md5('x'), 'hex') where seq > 0 and chain = (select min(chain) from audit_head where seq > 0)",
        );
      await house.sql('create schema kept; create table kept.head as select * from audit_head');
      const mend = () =>
        house.sql('update audit_head h set mac = k.mac from kept.head k where k.chain = h.chain; drop schema kept cascade');
      await finds(flip, mend, /^✗ 审计第 \d+ 链的末尾对不上/m);
    });
  });
});

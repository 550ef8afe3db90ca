import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rawSql } from '../platform/access/testing/raw-store';
import { verifyAudit } from '../platform/access/trail/verify';
import { readAs } from '../platform/db';
import { type Office, openOffice, PASSWORD } from './accounts/testing/office';
import { keepHouse, startUpkeep } from './upkeep';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const at = (day: string) => office.house.at(new Date(`${day}T01:00:00Z`));
const kept = () => ({ db: office.house.db, anchorsFile: path.join(office.house.folder, 'anchors.jsonl'), isDemo: false });
const state = async (login: string) => {
  const [row] = await readAs(office.house.db, office.house.system, (trx) =>
    rawSql<{ state: string }>(trx, `select state from app_user where login = '${login}'`),
  );
  return row?.state;
};

it('closes with the hour what nobody has used for ninety days, and notes the ends of the trail', async () => {
  at('2025-03-10');
  await office.person('used', 'class-teacher');
  await office.person('unused', 'class-teacher');
  await office.browser().signIn('used', PASSWORD);
  at('2025-06-01');
  await office.browser().signIn('used', PASSWORD);
  at('2025-06-20');
  await keepHouse({ ...kept(), isDemo: true });
  expect(await state('unused')).toBe('active');
  await keepHouse(kept());
  expect([await state('used'), await state('unused')]).toEqual(['active', 'disabled']);
  expect((await verifyAudit(office.house.db, kept().anchorsFile)).anchors).toMatchObject({ brokenLine: null });
});

it('begins at once, and notes the ends once more when it is stopped', async () => {
  const faults: unknown[] = [];
  const upkeep = startUpkeep(kept(), (error) => faults.push(error));
  await office.browser().signIn('used', PASSWORD);
  await upkeep.stop();
  const lines = (await readFile(kept().anchorsFile, 'utf8')).trim().split('\n');
  const ends = await readAs(office.house.db, office.house.system, (trx) =>
    rawSql<{ lines: number }>(trx, 'select sum(seq)::int as lines from audit_head'),
  );
  const last: { heads: [number, number, string][] } = JSON.parse(lines.at(-1) ?? '');
  expect(last.heads.reduce((sum, [, seq]) => sum + seq, 0)).toBe(ends[0]?.lines);
  expect(faults).toEqual([]);
});

import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Grant } from '../../../platform/access';
import { insertGrants } from '../../../platform/access/grants/grant-store';
import { activateRow, insertAccounts } from '../../../platform/access/people/account-store';
import { type Context, newId, readAs, transact } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { type JobRunner, startJobs } from '../../../platform/jobs';
import { asking, type TestHouse } from '../../../platform/testing/house';
import type { BatchView, CommitChoice } from '../contract';
import type { RegisterKind } from '../rules/register';
import { addFile, beginReading, commit, openBatch, previewFor } from '../server/actions';
import { registersServer } from '../server/index';
import { noNeeds, type RegisterNeeds } from '../server/needs';
import type { StoredPreview } from '../server/preview';
import { findBatch, type StoredBatch } from '../server/store';

/** A file of a made-up list: comma-separated lines. */
export type MadeFile = { readonly name: string; readonly lines: readonly string[] };

export const bureau: Grant = { role: 'bureau-officer', tree: 'county', path: '211324/' };
/** Somebody of the bureau with an account in use: a job is done for nobody else. */
export async function anOfficer(house: TestHouse): Promise<Context> {
  const asked = asking(bureau);
  const { userId, login, name } = asked.actor;
  await transact(house.db, house.system, async (trx) => {
    await insertAccounts(trx, [{ userId, login, name, unit: '县教育局' }]);
    await activateRow(trx, userId, '-', false);
    const life = { fromDay: '2020-01-01', untilDay: null, reason: null, askedBy: null, approved: true };
    await insertGrants(trx, [{ grantId: newId(), userId, ...bureau, ...life }]);
    return { result: undefined, changes: [] };
  });
  return asked;
}

export const everywhere = { county: true, areas: [], schools: [] };

/** The importing side of a test house, with its jobs at work in this process. */
export class Importing {
  readonly house: House;
  readonly runner: JobRunner;
  readonly faults: unknown[] = [];
  private readonly officer: Context;

  constructor(
    private readonly test: TestHouse,
    needs: RegisterNeeds = noNeeds,
  ) {
    this.officer = { ...asking(bureau), actor: null };
    this.house = { ring: test.ring, files: test.files, wakeJobs: () => this.runner.wake() };
    const works = registersServer(needs).jobs;
    this.runner = startJobs({ db: test.db, house: this.house, works, onFault: (error) => this.faults.push(error) });
  }

  /** Opens a batch with its files; nothing is read yet. */
  async upload(kind: RegisterKind, files: readonly MadeFile[], asOf = '2025-03-01', who = this.officer): Promise<BatchView> {
    const { db } = this.test;
    let batch = await openBatch(db, who, { kind, asOf });
    for (const { name, lines } of files) {
      batch = await addFile(db, this.house, who, batch.id, { name, stream: Readable.from([Buffer.from(lines.join('\n'))]) });
    }
    return batch;
  }

  /** The same, read to its end. */
  async read(kind: RegisterKind, files: readonly MadeFile[], asOf = '2025-03-01', who = this.officer): Promise<StoredBatch> {
    const batch = await this.upload(kind, files, asOf, who);
    await beginReading(this.test.db, this.house, who, batch.id, batch.version);
    return this.settled(batch.id);
  }

  /** Reads a file that lies on the disk. */
  async readFile(kind: RegisterKind, file: string, asOf = '2025-03-01', who = this.officer): Promise<StoredBatch> {
    const { db } = this.test;
    const { id } = await openBatch(db, who, { kind, asOf });
    const upload = { name: path.basename(file), stream: createReadStream(file) };
    const { version } = await addFile(db, this.house, who, id, upload);
    await beginReading(db, this.house, who, id, version);
    return this.settled(id);
  }

  /** The same as `read`, and taken. */
  async take(
    kind: RegisterKind,
    files: readonly MadeFile[],
    choice: Partial<CommitChoice> = {},
    asOf = '2025-03-01',
    who = this.officer,
  ): Promise<StoredBatch> {
    const batch = await this.read(kind, files, asOf, who);
    return this.commit(batch.batchId, choice, who);
  }

  async commit(batchId: string, choice: Partial<CommitChoice> = {}, who = this.officer): Promise<StoredBatch> {
    const { version } = await this.batch(batchId);
    await commit(this.test.db, this.house, who, batchId, {
      mode: 'replace',
      badRows: 'take',
      version,
      reason: '试验',
      ...choice,
    });
    return this.settled(batchId);
  }

  /** Waits until no job works on a batch. */
  async settled(batchId: string): Promise<StoredBatch> {
    for (;;) {
      const batch = await this.batch(batchId);
      if (batch.state !== 'reading' && batch.state !== 'committing') return batch;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async batch(batchId: string): Promise<StoredBatch> {
    const batch = await readAs(this.test.db, this.test.system, (trx) => findBatch(trx, everywhere, batchId));
    if (!batch) throw new Error(`no batch ${batchId}`);
    return batch;
  }

  async preview(batchId: string): Promise<StoredPreview> {
    return previewFor(await this.batch(batchId), this.house, this.test.db.countyId);
  }

  async stop(): Promise<void> {
    await this.runner.stop();
  }
}

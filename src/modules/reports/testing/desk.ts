import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { House } from '../../../platform/house';
import { type JobWork, workOff } from '../../../platform/jobs';
import type { ExportDraft, ExportView } from '../contract';
import { LedgerFilter } from '../contract';
import { askExport, decideExport, exportKind, readExport } from '../server/export-actions';
import { writeExport } from '../server/export-job';
import { passwordOf, takeExport } from '../server/taking-actions';
import type { LedgerCounty } from './ledger-county';
import { type Opened, openedArchive } from './opened';
import type { Person } from './people';

/** The way of an export from the wish to the opened file, in the words of a test. */
export class ExportDesk {
  constructor(readonly county: LedgerCounty) {}

  ask(who: Person, wish: Partial<ExportDraft> = {}): Promise<ExportView> {
    const usual = { ledger: 'school-age', filter: LedgerFilter.parse({}), classes: [] } as const;
    const why = { purpose: 'visit', purposeText: '春季入户核查用', receiver: '各乡镇控辍保学专班' } as const;
    return askExport(this.county.db, who, { ...usual, ...why, ...wish, classes: [...(wish.classes ?? [])] });
  }

  approve(who: Person, { exportId, version }: ExportView): Promise<ExportView> {
    const { db, services } = this.county;
    return decideExport(db, services, who, exportId, { verdict: 'approve', reason: '', version });
  }

  refuse(who: Person, { exportId, version }: ExportView, reason = '范围太大，请按乡镇申请'): Promise<ExportView> {
    const { db, services } = this.county;
    return decideExport(db, services, who, exportId, { verdict: 'refuse', reason, version });
  }

  look(who: Person, { exportId }: ExportView): Promise<ExportView> {
    return readExport(this.county.db, who, exportId);
  }

  /** Lets the process of the jobs work until nothing waits. */
  async work(work: JobWork<House> = writeExport): Promise<void> {
    await workOff({ db: this.county.db, house: this.county.services, works: { [exportKind]: work } });
  }

  /** Asked, approved and written. */
  async ready(who: Person, approver: Person, wish: Partial<ExportDraft> = {}): Promise<ExportView> {
    const asked = await this.ask(who, wish);
    await this.approve(approver, asked);
    await this.work();
    return this.look(who, asked);
  }

  async take(who: Person, ready: ExportView): Promise<Opened> {
    const { db, services } = this.county;
    const { password, version } = await passwordOf(db, services, who, ready.exportId, ready.version);
    return openedArchive(await takeExport(db, services, who, ready.exportId, version), password);
  }

  /** Files in the store, by their names on the disk. */
  async files(): Promise<readonly string[]> {
    const all = await readdir(path.join(this.county.house.folder, 'files'), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    return all.filter((entry) => entry.isFile()).map((entry) => entry.name);
  }
}

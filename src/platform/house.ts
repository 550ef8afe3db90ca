import type { KeyRing } from './crypto';
import type { FileFolder } from './files';

/** The services of the building that a handler or a job may use beside the database. */
export type House = {
  readonly ring: KeyRing;
  readonly files: FileFolder;
  /** where the ends of the audit trail are noted outside the database; absent: nowhere */ readonly anchorsFile?: string;
  /** tells the queue that there may be work, after the asking transaction has committed */ wakeJobs(): void;
};

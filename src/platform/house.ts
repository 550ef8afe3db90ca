import type { KeyRing } from './crypto';
import type { FileFolder } from './files';

/** The services of the building that a handler or a job may use beside the database. */
export type House = {
  readonly ring: KeyRing;
  readonly files: FileFolder;
  /** tells the queue that there may be work, after the asking transaction has committed */ wakeJobs(): void;
};

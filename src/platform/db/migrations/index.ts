import { m0001 } from './0001-foundation';
import type { Migration } from './migration';

/** All steps in their order. */
export const migrations: readonly Migration[] = [m0001];

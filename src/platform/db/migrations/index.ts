import { m0001 } from './0001-foundation';
import { m0002 } from './0002-places-and-calendar';
import { m0003 } from './0003-registers';
import { m0004 } from './0004-accounts';
import { m0005 } from './0005-children';
import { m0006 } from './0006-comparison';
import { m0007 } from './0007-standing';
import { m0008 } from './0008-reports';
import { m0009 } from './0009-attendance';
import { m0011 } from './0011-leave';
import { m0012 } from './0012-monthly-check';
import { m0013 } from './0013-screening';
import { m0014 } from './0014-groups';
import { m0015 } from './0015-absence-reports';
import { m0017 } from './0017-screening-counts';
import { m0018 } from './0018-screening-questions';
import { m0019 } from './0019-scope-places';
import { m0020 } from './0020-asked-children';
import { m0021 } from './0021-one-seal';
import { m0022 } from './0022-answers-in-place';
import type { Migration } from './migration';

/** All steps in their order. */
export const migrations: readonly Migration[] = [
  m0001,
  m0002,
  m0003,
  m0004,
  m0005,
  m0006,
  m0007,
  m0008,
  m0009,
  m0011,
  m0012,
  m0013,
  m0014,
  m0015,
  m0017,
  m0018,
  m0019,
  m0020,
  m0021,
  m0022,
];

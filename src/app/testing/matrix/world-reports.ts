import { insertReport } from '../../../modules/attendance/testing/report-rows-store';
import type { KeyRing } from '../../../platform/crypto';
import type { Trx } from '../../../platform/db';
import type { ChildHome } from './world-children';

/** The id of the report about a child of the world. */
export function reportIdOf({ child }: { readonly child: string }): string {
  return `r-${child}`;
}

/** Reports of their schools about children of the world, as if they had been away for three days. */
export async function writeReports(trx: Trx, ring: KeyRing, children: readonly (ChildHome & { readonly child: string })[]) {
  for (const [at, { child, areaPath, schoolPath }] of children.entries())
    await insertReport(trx, ring, {
      ...{
        report_id: reportIdOf({ child }),
        child_id: child,
        school_id: schoolPath.split('/')[1] ?? '',
        school_path: schoolPath,
      },
      ...{ area_path: areaPath, kind: 'report', year: '2025', serial: at + 1 },
      ...{ since: '2025-03-05', made_day: '2025-03-07' },
      body: {
        ...{ name: '安然', sex: '1', school: '青禾小学', className: '三年级1班', home: '小河湾村', since: '2025-03-05' },
        ...{ days: ['2025-03-05', '2025-03-06', '2025-03-07'], contacts: [], words: '', by: '学籍员' },
      },
    });
}

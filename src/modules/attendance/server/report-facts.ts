import type { ReadTrx } from '../../../platform/db';
import { namesOfPaths } from '../../area/server/index';
import { type ChildRow, childLine } from '../../children/server/index';
import type { ReportBody } from './report-body';

type Placed = Pick<ChildRow, 'school_path' | 'area_path'>;

/** What the schools, classes and homes of some children are called, by path. */
export async function placesOf(trx: ReadTrx, children: readonly Placed[]): Promise<ReadonlyMap<string, string>> {
  return namesOfPaths(
    trx,
    children.flatMap(({ school_path, area_path }) => [schoolOf(school_path), school_path, area_path]),
  );
}

type Said = Pick<ReportBody, 'since' | 'days' | 'words' | 'by'> & {
  readonly contacts: readonly ReportBody['contacts'][number][];
};

/** What a report says of a child: who and where it is, as places are called today, and what was done. */
export function bodyWith(
  places: ReadonlyMap<string, string>,
  child: ChildRow,
  { since, days, words, by, contacts }: Said,
): ReportBody {
  const school = places.get(schoolOf(child.school_path)) ?? child.school_name;
  const className = (places.get(child.school_path) ?? child.class_name).replace(school, '').trim();
  const { name, sex } = childLine(child);
  return {
    ...{ name, sex, school, className, home: places.get(child.area_path) ?? '', since, days, words, by },
    contacts: contacts.map(({ day, way, reached, reason, promise, backDay, by: who }) => {
      return { day, way, reached, reason, promise, backDay, by: who };
    }),
  };
}

/** `county/school/` of a class. */
function schoolOf(classPath: string): string {
  const [county = '', school = ''] = classPath.split('/');
  return `${county}/${school}/`;
}

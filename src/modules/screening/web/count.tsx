import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { numberText } from '../../../ui/shared/numbers';
import { targetsPlace } from './places';

type CountProps = {
  readonly count: number;
  /** the campaign */ readonly id: string;
  readonly search: Parameters<typeof hrefOf<(typeof targetsPlace)['search']>>[2];
};

/** A number that opens the children it counts; nothing is no door. */
export function Count({ count, id, search }: CountProps) {
  return count === 0 ? '0' : <Door href={hrefOf(targetsPlace, { id }, search)}>{numberText(count)}</Door>;
}

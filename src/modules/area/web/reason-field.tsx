import { useWords } from '../../../ui/shared/language';
import { UsualField } from './usual-field';
import { commonWords } from './words';

/** 理由 of a change: the usual ones at a click, or in one's own words. */
export function ReasonField({ usual }: { readonly usual: readonly string[] }) {
  const w = useWords(commonWords);
  return <UsualField name="reason" label={w.reason} hint={w.reasonHint} usual={usual} maxLength={200} />;
}

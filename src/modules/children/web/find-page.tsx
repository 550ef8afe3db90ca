import { useEffect, useState } from 'react';
import { useAddress, useGo } from '../../../ui/desk/address';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { useWords } from '../../../ui/shared/language';
import { looksLikeNumber } from '../rules/typed-number';
import { FindField } from './find-field';
import { childPlace, findPlace } from './places';
import { findWords } from './words';

/** 查学生 on a page of its own: what was typed stands in the address, but for numbers. */
export function FindPage() {
  const w = useWords(findWords);
  const { search, change } = useAddress(findPlace);
  const go = useGo();
  const [typed, setTyped] = useState(search.q);
  const kept = looksLikeNumber(typed) ? '' : typed.trim();
  useEffect(() => {
    if (kept !== search.q) change({ q: kept }, { replace: true });
  }, [kept, search.q, change]);
  return (
    <>
      <PageHead title={w.title} help={{ says: w.help, source: 'basis', clause: w.clause }} />
      <FindField typed={typed} onType={setTyped} onFirst={({ childId }) => go(hrefOf(childPlace, { id: childId }))} />
    </>
  );
}

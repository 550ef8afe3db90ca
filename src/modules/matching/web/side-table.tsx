import { createElement, Fragment } from 'react';
import { dayWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { useToday } from '../../../ui/shared/server-context';
import type { Shape, Tone } from '../../../ui/shared/status';
import type { ReviewView } from '../review-contract';
import type { FieldMark } from '../rules/side-by-side';
import { differenceOf, type Stretch } from '../rules/text-difference';
import { fieldWords, markWords, reviewWords } from './review-page-words';
import { findingWords, kindWords } from './words';

const chips: Readonly<Record<FieldMark, { readonly tone: Tone; readonly shape: Shape }>> = {
  same: { tone: 'calm', shape: 'tick' },
  alike: { tone: 'calm', shape: 'tick' },
  slip: { tone: 'watch', shape: 'triangle' },
  differs: { tone: 'urgent', shape: 'bang' },
  'one-side': { tone: 'quiet', shape: 'ring' },
};

type Line = ReviewView['lines'][number];

/** Both rows field by field; in what is shown openly the characters that differ are marked, of the rest the mark tells. */
export function SideTable({ review }: { readonly review: ReviewView }) {
  const w = useWords(reviewWords);
  const say = useSay();
  const head = (side: ReviewView['left']) => <SideHead side={side} />;
  return (
    <table className="nol-sides">
      <thead>
        <tr>
          <th scope="col">{w.field}</th>
          <th scope="col">{head(review.left)}</th>
          <th scope="col">{head(review.right)}</th>
          <th scope="col">{w.agreement}</th>
        </tr>
      </thead>
      <tbody>
        {review.lines.map((line) => (
          <tr key={line.field} className={`nol-side-${line.mark}`}>
            <th scope="row">{say(fieldWords[line.field])}</th>
            <Cells line={line} sides={[say(kindWords[review.left.kind]), say(kindWords[review.right.kind])]} />
            <td>
              <ToneChip {...chips[line.mark]}>{say(markWords[line.mark])}</ToneChip>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SideHead({ side }: { readonly side: ReviewView['left'] }) {
  const w = useWords(reviewWords);
  const say = useSay();
  const { language } = useLanguage();
  const today = useToday();
  return (
    <>
      {w.sideOf(say(kindWords[side.kind]), dayWords(side.asOf, today, language))}
      {side.listed ? null : <small> {w.unlisted}</small>}
    </>
  );
}

type CellsProps = { readonly line: Line /** the lists, for a narrow screen */; readonly sides: readonly [string, string] };

function Cells({ line, sides }: CellsProps) {
  const said = useSaid(line.field);
  const [left, right] = [said(line.left), said(line.right)];
  const [leftSide, rightSide] = sides;
  if (line.masked || line.mark === 'same' || line.mark === 'one-side')
    return (
      <>
        <td data-side={leftSide} className={line.masked ? 'nol-side-masked' : ''}>
          {left || '—'}
        </td>
        <td data-side={rightSide} className={line.masked ? 'nol-side-masked' : ''}>
          {right || '—'}
        </td>
      </>
    );
  const cut = differenceOf(left, right);
  return (
    <>
      <td data-side={leftSide}>{marked(cut.left)}</td>
      <td data-side={rightSide}>{marked(cut.right)}</td>
    </>
  );
}

/** A value in the words of people: 女, 四年级. */
function useSaid(field: Line['field']): (text: string) => string {
  const f = useWords(findingWords);
  const w = useWords(reviewWords);
  if (field === 'grade') return (text) => (text === '' ? '' : w.grade(text));
  if (field === 'sex') return (text) => (text === '1' ? f.boy : text === '2' ? f.girl : text);
  return (text) => text;
}

/** A blank that is there on one side alone would not be seen. */
function marked(stretches: readonly Stretch[]) {
  return createElement(
    Fragment,
    null,
    ...stretches.map(({ text, same }) => (same ? text : createElement('mark', null, text.replace(/\s/gu, '\u00a0')))),
  );
}

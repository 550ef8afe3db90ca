import type { ReactNode } from 'react';
import { useSay } from './language';
import './mark.css';
import type { Mark, Shape, Tone } from './status';

/** The shapes in a box of 12; drawn by us, because fonts show some of these characters as pictures. */
const outlines: Record<Shape, ReactNode> = {
  dot: <circle cx="6" cy="6" r="4" />,
  triangle: <path d="M6 1.5 11 10.5H1z" />,
  square: <rect x="1.5" y="1.5" width="9" height="9" />,
  diamond: <path d="M6 .8 11.2 6 6 11.2.8 6z" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.2" className="nol-shape-line" />
      <path d="M6 1.8v8.4a4.2 4.2 0 0 1 0-8.4z" />
    </>
  ),
  ring: <circle cx="6" cy="6" r="4" className="nol-shape-line" />,
  tick: <path d="M1.8 6.4 4.8 9.4 10.4 2.8" className="nol-shape-line" />,
  bang: <path d="M5 1h2l-.4 6.4H5.4zM5 9h2v2H5z" />,
  clock: (
    <>
      <circle cx="6" cy="6" r="4.6" className="nol-shape-line" />
      <path d="M6 3.2V6l2 1.4" className="nol-shape-line" />
    </>
  ),
};

/** A shape alone, beside a word that is already there. */
function ShapeSign({ shape }: { readonly shape: Shape }) {
  return (
    <svg className="nol-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
      {outlines[shape]}
    </svg>
  );
}

/** A mark: shape, word and colour together. `note` follows the word: 第 5 天, 2 次. */
export function MarkChip({ mark, note }: { readonly mark: Mark; readonly note?: string | undefined }) {
  const say = useSay();
  return (
    <ToneChip tone={mark.tone} shape={mark.shape}>
      {say(mark.says)}
      {note ? ` ${note}` : null}
    </ToneChip>
  );
}

/** A chip with words of the page's own. */
export function ToneChip(props: { readonly tone: Tone; readonly shape?: Shape; readonly children: ReactNode }) {
  return (
    <span className={`nol-chip nol-tone-${props.tone}`}>
      {props.shape ? <ShapeSign shape={props.shape} /> : null}
      {props.children}
    </span>
  );
}

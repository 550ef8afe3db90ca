import { type ChipRole, type ChipShape, type StandingKey, standingState } from '../../../kernel/standing';
import { useSay } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import type { Shape, Tone } from '../../../ui/shared/status';

const tones: { readonly [R in ChipRole]: Tone } = {
  normal: 'calm',
  watch: 'watch',
  urgent: 'urgent',
  'urgent-filled': 'alarm',
  follow: 'info',
  neutral: 'quiet',
};

/** A state of the roll call as a chip: shape, word and colour. */
export function StateChip({ state }: { readonly state: StandingKey }) {
  const say = useSay();
  const known = standingState(state);
  const shape = shapeOf(known.chip.shape);
  return (
    <ToneChip tone={toneOf(state)} {...(shape ? { shape } : {})}>
      {say(known)}
    </ToneChip>
  );
}

/** How much a state asks for attention. */
export function toneOf(state: StandingKey): Tone {
  return tones[standingState(state).chip.role];
}

/** Outside the roll there is nothing to see to, and so no shape. */
function shapeOf(shape: ChipShape): Shape | undefined {
  return shape === 'dash' ? undefined : shape;
}

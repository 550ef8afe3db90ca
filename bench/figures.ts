// Numbers for people: a median is worth little without its spread.

/** Middle of the sorted values; of an even number the upper one of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** `3.1 (2.9–3.6)` */
export function spread(values: readonly number[], show: (value: number) => string): string {
  if (values.length === 1) return show(values[0]);
  return `${show(median(values))} (${show(Math.min(...values))}–${show(Math.max(...values))})`;
}

/** A share as per cent with so many digits after the point. */
export function percent(share: number, digits = 3): string {
  return `${(share * 100).toFixed(digits)} %`;
}

/** Points with their sign, `+0.12` or `−0.40`. */
export function points(value: number): string {
  return (value >= 0 ? '+' : '−') + Math.abs(value).toFixed(2);
}

/** So many digits after the point. */
export function fixed(digits: number): (value: number) => string {
  return (value) => value.toFixed(digits);
}

/** `30,000` */
export function count(value: number): string {
  return value.toLocaleString('en');
}

/** Slope of log cost over log size: 1 when twice the rows cost twice the time. */
export function growthExponent(points: readonly { readonly size: number; readonly cost: number }[]): number {
  const xs = points.map(({ size }) => Math.log(size));
  const ys = points.map(({ cost }) => Math.log(cost));
  const [x, y] = [mean(xs), mean(ys)];
  const across = xs.reduce((sum, one) => sum + (one - x) ** 2, 0);
  return xs.reduce((sum, one, at) => sum + (one - x) * (ys[at] - y), 0) / across;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

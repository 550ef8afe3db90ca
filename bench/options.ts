/** Small sizes for a first look: figures of a quick run are never kept. */
export const quick = asked('--quick');

/** The sizes that take more than some minutes as well. */
export const large = asked('--large');

/** Whether the figures of this run go into README.md. */
export const write = asked('--write');

/** Whether the wrong rows themselves are printed. */
export const showErrors = asked('--errors');

/** On the command line, or in `BENCH` for all benchmarks at once: `BENCH="--quick --errors" npm run bench`. */
function asked(option: string): boolean {
  return [...process.argv, ...(process.env.BENCH ?? '').split(' ')].includes(option);
}

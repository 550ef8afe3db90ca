declare module 'hanzi/lib/data/cjk-decomp.txt.js' {
  /** One line a character: `晨:d(日,辰)`, the kind of composition and the parts. */
  const lines: string;
  export default lines;
}
declare module 'opencc-js' {
  export function Converter(options: { from: string; to: string }): (text: string) => string;
}

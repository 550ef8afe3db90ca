// Colours and type by role. The ratios are contrasts measured on white or on the ground beside them (design, §6.1);
// WCAG 2.2 AA asks for 4.5 for text and 3 for the edge of a control.

/** Colours by role; `ink` is text or a shape on `ground`, `line` the thin edge between them. */
export const colours = {
  primary: '#0958d9', // 6.16
  primaryHover: '#1a62de',
  primaryActive: '#003eb3',
  text: '#1f2329', // 15.8
  secondary: '#595f69', // 6.4
  placeholder: '#6b7280', // 4.8
  control: '#868c96', // 3.4
  line: '#e3e6ea',
  lineStrong: '#cdd2d9',
  paper: '#ffffff',
  quiet: '#f6f7f9',
  chosen: '#e9f1fe',
  calmInk: '#0b6b37', // 6.0
  calmGround: '#e8f7ee',
  calmLine: '#8fd3ab',
  watchInk: '#8a4b00', // 6.1
  watchGround: '#fff1e0',
  watchLine: '#ffc98a',
  urgentInk: '#c9222b', // 4.9; white on it 5.6
  urgentGround: '#fdecec',
  urgentLine: '#f2a5a0',
  infoInk: '#0b4ab0', // 7.0
  infoGround: '#e6f0ff',
  infoLine: '#a9c7f7',
} as const;

/** Type and space: system fonts only, a grid of 4 px, edges of 4 px on the desktop and 6 px on the phone. */
export const measures = {
  fonts:
    '-apple-system,"PingFang SC","HarmonyOS Sans SC",MiSans,"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","Microsoft YaHei",sans-serif',
  mono: 'ui-monospace,"SF Mono",Consolas,"Noto Sans Mono",monospace',
} as const;

/** Gives the style sheets their colours as `--nol-text`, `--nol-watch-ink` and so on. */
export function applyTokens(style: Pick<CSSStyleDeclaration, 'setProperty'>): void {
  for (const [role, value] of Object.entries({ ...colours, ...measures })) {
    style.setProperty(`--nol-${role.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`, value);
  }
}

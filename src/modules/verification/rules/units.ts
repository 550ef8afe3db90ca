/** Whom a question is asked of: the finest place that can know, so that everybody above sees it as well. */
export type Unit = { readonly tree: 'area' | 'school'; readonly path: string };

/** In whose name somebody answers. */
export const answerers = ['school', 'township', 'village', 'bureau'] as const;
export type Answerer = (typeof answerers)[number];

/** What a comparison found of a child, and which side can say more: where it lives, or where it is enrolled or sits in class. */
export const askable = {
  'not-enrolled': 'home',
  'household-gone': 'home',
  absent: 'school',
  unregistered: 'school',
  'no-household': 'school',
  'double-enrolment': 'school',
} as const;
export type AskableFinding = keyof typeof askable;
export const askableFindings = Object.keys(askable) as readonly AskableFinding[];

/**
 * Whom to ask of a child: the class or village, the school or township where that is all that is known, and the bureau itself
 * where no list says more. 方案 三(一)1、四(一): school first for its own, the place of residence for who is in no school.
 */
export function unitFor(
  finding: AskableFinding,
  { county, area, school }: { readonly county: string; readonly area: string; readonly school: string },
): Unit {
  const home: Unit = { tree: 'area', path: area };
  const class_: Unit = { tree: 'school', path: school };
  const [first, second] = askable[finding] === 'home' ? [home, class_] : [class_, home];
  return [first, second].find(({ path }) => path !== '') ?? { tree: 'area', path: `${county}/` };
}

/** The office that answers for a unit: the school, or the township; the county for the bureau's own list. */
export function officeOf({ tree, path }: Unit): Unit {
  return { tree, path: `${path.split('/').slice(0, 2).join('/')}/`.replace('//', '/') };
}

// Test files that a run leaves out. Vitest's own --exclude says nothing to the projects of its configuration.
const NAME = 'NOL_TESTS_LEFT_OUT';

/**
 * The environment in which Vitest leaves out these files.
 * @param {readonly string[]} files as paths in this checkout
 * @returns {Record<string, string>}
 */
export function leavingOut(files) {
  return { [NAME]: files.join(',') };
}

/**
 * The files that are to be left out.
 * @returns {string[]}
 */
export function leftOut() {
  return (process.env[NAME] ?? '').split(',').filter(Boolean);
}

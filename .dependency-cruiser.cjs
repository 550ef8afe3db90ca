// Who may import whom. Every rule says why in one sentence, and scripts/walls/canary.mjs breaks every rule once, so that
// `npm run check` notices when a rule has stopped seeing anything.

/** The modules in the order in which they may know each other: one may look back, never ahead. */
const street = [
  'area',
  'calendar',
  'children',
  'registers',
  'matching',
  'standing',
  'verification',
  'groups',
  'enrolment',
  'leave',
  'attendance',
  'checks',
  'screening',
  'casework',
  'support',
  'home-teaching',
  'papers',
  'partners',
  'outreach',
  'supervision',
  'warning',
  'reports',
];

const testFile = '[.]test[.]tsx?$';
const door = '^src/modules/[^/]+/(index|server/index|web/index|web/phone/index)[.]tsx?$';
const rulesRoom = '^src/modules/([^/]+)/(rules/|obligations[.]ts$)';
const counter = '(index|[a-z-]*contract|permissions)[.]ts$';

const lookBackOnly = street.slice(0, -1).map((module, place) => ({
  name: `street-${module}`,
  comment: `${module} knows only the modules before it in the street; what it needs of a later one, src/app hands in.`,
  from: { path: `^src/modules/${module}/` },
  to: { path: `^src/modules/(${street.slice(place + 1).join('|')})/` },
}));

/** Data packages without input or output, each allowed in the rules of one module. */
const dataPackages = { matching: ['pinyin-pro', 'opencc-js', 'hanzi'] };
const modulesWithData = Object.keys(dataPackages).join('|');

const rulesWithData = Object.entries(dataPackages).map(([module, packages]) => ({
  name: `rules-data-of-${module}`,
  comment: `The rules of ${module} may use these data packages and no other package: ${packages.join(', ')}.`,
  from: { path: `^src/modules/${module}/(rules/|obligations[.]ts$)`, pathNot: testFile },
  to: { pathNot: ['^src/', '^[.]', `^(node_modules/)?(@types/)?(${packages.join('|')})(/|$)`] },
}));

module.exports = {
  forbidden: asErrors([
    ...lookBackOnly,
    {
      name: 'street-is-complete',
      comment: 'A new module takes its place in the list `street` above, which settles whom it may know.',
      from: {},
      to: { path: `^src/modules/(?!(${street.join('|')})/)` },
    },
    {
      name: 'kernel-imports-nothing',
      comment: 'The kernel is plain values for everybody, so it leans on nobody.',
      from: { path: '^src/kernel/', pathNot: testFile },
      to: { pathNot: '^src/kernel/' },
    },
    {
      name: 'rules-see-plain-values',
      comment:
        'Rules decide on what they are told: they see the kernel, their own rules and the neutral doors of earlier modules.',
      from: { path: rulesRoom, pathNot: testFile },
      to: {
        path: '^src/',
        pathNot: ['^src/kernel/', '^src/modules/$1/(rules/|obligations[.]ts$)', '^src/modules/[^/]+/index[.]ts$'],
      },
    },
    {
      name: 'rules-use-no-package',
      comment: 'Rules read no file, no network and no clock, so neither a part of Node nor a package belongs in them.',
      from: { path: rulesRoom, pathNot: [testFile, `^src/modules/(${modulesWithData})/`] },
      to: { pathNot: ['^src/', '^[.]'] },
    },
    ...rulesWithData,
    {
      name: 'counter-is-neutral',
      comment:
        'index, contracts and permissions are read on both sides of the wire, so they lean on no side; of an earlier module they see the index.',
      from: { path: `^src/modules/([^/]+)/${counter}`, pathNot: testFile },
      to: {
        pathNot: [
          '^src/kernel/',
          `^src/modules/$1/(rules/|obligations[.]ts$|[a-z-]*words[.]ts$|${counter})`,
          '^src/modules/[^/]+/index[.]ts$',
          '^src/platform/access/',
          '^(node_modules/)?zod(/|$)',
        ],
      },
    },
    {
      name: 'modules-have-doors',
      comment:
        'A module is entered by index.ts, server/index.ts, web/index.ts or web/phone/index.ts, so its inside can change without asking anybody.',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', door, '^src/modules/[^/]+/testing/'] },
    },
    {
      name: 'house-uses-doors',
      comment: 'The application, the tools and the benchmarks enter a module by its doors like any neighbour.',
      from: { path: '^(src/(?!modules/)|bench/)' },
      to: { path: '^src/modules/', pathNot: [door, '^src/modules/[^/]+/testing/'] },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'The platform serves every module, so it knows none, and nothing of the application.',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/(platform|kernel)/' },
    },
    {
      name: 'web-and-server-apart',
      comment: 'Pages and the server meet at the counter only: neither imports the other.',
      from: { path: '^src/((modules|app)/[^/]+|[^/]+)/web/' },
      to: { path: ['/server/', '^src/platform/db/', '^src/platform/http/'] },
    },
    {
      name: 'server-and-web-apart',
      comment: 'The server draws nothing, so it imports no page.',
      from: { path: '^src/modules/[^/]+/server/' },
      to: { path: ['/web/', '^src/ui/'] },
    },
    {
      name: 'sql-in-stores',
      comment: 'SQL stands in store.ts and tables.ts and in platform/db, so that scope and audit are looked for in one place.',
      from: {
        path: '^(src|bench)/',
        pathNot: [
          '^src/platform/db/',
          '^src/platform/.*store[.]ts$',
          '^src/modules/[^/]+/(server|testing)/[a-z-]*(store|tables)[.]ts$',
        ],
      },
      to: { path: '^(node_modules/)?(@types/)?(kysely|pg|pg-copy-streams)(/|$)' },
    },
    {
      name: 'app-is-the-roof',
      comment: 'src/app puts the house together; nothing below it imports it.',
      from: { path: '^src/', pathNot: '^src/app/' },
      to: { path: '^src/app/' },
    },
    {
      name: 'tools-stay-outside',
      comment: 'The demo county is no part of the product: only the command may ask for it.',
      from: { path: '^src/', pathNot: ['^src/tools/', '^src/app/cli[.]ts$', testFile] },
      to: { path: '^src/tools/' },
    },
    {
      name: 'factories-stay-in-tests',
      comment: 'What makes up data for tests is imported by tests only.',
      from: { path: '^src/', pathNot: ['/testing/', testFile] },
      to: { path: '/testing/' },
    },
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file or miss a third.',
      // A panel and its page share the type of their address; a circle of types alone is looked for by nobody there.
      from: { pathNot: '^src/modules/[^/]+/web/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that imports nothing and that nobody imports is dead.',
      from: { orphan: true, pathNot: ['[.]d[.]ts$', '^src/platform/[^/]+/reader/main[.]ts$'] },
      to: {},
    },
    {
      name: 'not-to-dev-dep',
      comment: 'What runs in production may not need a package that production does not install.',
      from: { path: '^src/', pathNot: [testFile, '/testing/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'What is imported exists.',
      from: {},
      to: { couldNotResolve: true },
    },
  ]),
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};

/** Without a severity a rule only warns, and the check stays green. */
function asErrors(rules) {
  return rules.map((rule) => ({ ...rule, severity: 'error' }));
}

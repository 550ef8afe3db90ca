// Runs dependency-cruiser over our sources and over the canary, and compares what it says with what it must say.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../build.mjs';
import { inEmptyFolder } from '../empty-folder.mjs';
import { allowed, broken, plantCanary, reasons } from './canary.mjs';

const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** One sentence for every import of ours that a rule forbids, and for every rule that does not hold. */
export async function importFaults() {
  const [own, canary] = await Promise.all([ownFaults(root), canaryFaults()]);
  return [...own, ...canary];
}

/** One sentence for every forbidden import under a folder; the folder needs a package.json. */
export async function ownFaults(folder) {
  const { modules, violations } = await cruise(folder);
  if (modules.length === 0) return ['dependency-cruiser saw no module at all'];
  const faults = violations.map(({ rule, from, to, cycle }) => {
    const way = cycle ? [from, ...cycle.map((step) => step.name)].join(' → ') : from === to ? from : `${from} → ${to}`;
    return `${way}\n    ${rule.name}: ${reasons[rule.name]}`;
  });
  return [...faults, ...unseen(folder, modules)];
}

/** A source that the cruise did not reach is not walled in. */
function unseen(folder, modules) {
  const seen = new Set(modules.map((module) => module.source));
  return placesIn(folder)
    .flatMap((place) => sources(folder, place))
    .filter((file) => !seen.has(file))
    .map((file) => `${file}\n    dependency-cruiser did not see this file`);
}

function sources(folder, below) {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const file = `${below}/${entry.name}`;
    if (entry.isDirectory()) return sources(folder, file);
    return /[.]tsx?$/.test(file) ? [file] : [];
  });
}

/** What dependency-cruiser misses in the canary, and what it forbids there without a reason. */
async function canaryFaults() {
  const { violations } = await inEmptyFolder(async (folder) => {
    plantCanary(folder);
    return cruise(folder);
  });
  const fired = new Set(violations.map(({ rule, from }) => `${rule.name} ${from}`));
  const missing = Object.keys(reasons)
    .filter((name) => !(name in broken))
    .map((name) => `rule ${name} has no canary in scripts/walls/canary.mjs`);
  const blind = Object.entries(broken)
    .filter(([name, [file]]) => !fired.has(`${name} ${file}`))
    .map(([name, [file, wanted]]) => `rule ${name} is blind: it let ${file} import ${wanted ?? 'nothing'}`);
  const harsh = allowed.flatMap(([file, wanted]) =>
    violations
      .filter(({ from, to }) => from === file && wanted.includes(to.replace(/^node_modules\/|\/index[.]js$/g, '')))
      .map(({ rule }) => `rule ${rule.name} is too harsh: it forbids ${file} to import ${wanted}`),
  );
  return [...missing, ...blind, ...harsh];
}

async function cruise(folder) {
  const args = [cruiser, '--config', path.join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...placesIn(folder)];
  // The exit code counts violations; the JSON is there either way, and without it this throws.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 28 }).catch((error) =>
    error.stdout ? error : Promise.reject(error),
  );
  const { modules, summary } = JSON.parse(stdout);
  return { modules, violations: summary.violations };
}

function placesIn(folder) {
  return ['src', 'bench'].filter((place) => existsSync(path.join(folder, place)));
}

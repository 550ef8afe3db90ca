// What no checker of code looks at: links, decisions, commands named in the documents, paths of a machine, the lock file.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build.mjs';

const notOurs = new Set(['.git', 'node_modules', 'dist', 'data', 'coverage', 'package-lock.json']);
const binary = /[.](xlsx?|png|jpg|ttf|woff2|pdf|docx|zip|gz|log)$/;

/** One sentence for every fault in the texts of the repository. */
export function textFaults() {
  const files = textFiles(root);
  const documents = files.filter((file) => file.endsWith('.md'));
  const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
  return [
    ...documents.flatMap((file) => linkFaults(root, file, read(file))),
    ...documents.flatMap((file) => commandFaults(file, read(file), scripts)),
    ...files.flatMap((file) => machineFaults(file, read(file))),
    ...decisionFaults(
      files.filter((file) => file.startsWith('docs/decisions/')),
      read,
    ),
    ...lockFaults(read('package-lock.json')),
  ];
}

/** Relative links lead to a file that is there, and `#…` to a heading of it. */
export function linkFaults(base, file, text) {
  const links = [...withoutCode(text).matchAll(/\]\(([^()\s]+)\)/g)]
    .map((match) => match[1])
    .filter((link) => !/^[a-z]+:/.test(link));
  return links.flatMap((link) => {
    const [target, heading] = link.split('#');
    const full = target === '' ? path.join(base, file) : path.join(base, path.dirname(file), decodeURI(target));
    if (!existsSync(full)) return [`${file} links to ${link}, which is not there`];
    if (heading && !headings(readFileSync(full, 'utf8')).has(decodeURI(heading)))
      return [`${file} links to ${link}: no such heading`];
    return [];
  });
}

/** `npm run x`, `npm test` and the like name a script of package.json. */
export function commandFaults(file, text, scripts) {
  const named = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(test|start)\b)/g)].map((match) => match[1] ?? match[2]);
  return named
    .filter((name) => !scripts.includes(name))
    .map((name) => `${file} names "npm run ${name}", which package.json does not have`);
}

/** A path of somebody's machine works on that machine only. */
export function machineFaults(file, text) {
  const paths = text.match(/(?<![\w.)\]}*/-])\/(?:work|root|home|Users)\/[\w.-]+|\b[A-Z]:\\+Users\\+\w+/g) ?? [];
  return [...new Set(paths)].map((found) => `${file} names a path of one machine: ${found}`);
}

/** Decisions are numbered without a gap or a double, and each has its date, its status and its four parts. */
export function decisionFaults(files, textOf) {
  const numbered = files.map((file) => ({ file, number: Number(/\/(\d{4})-[a-z0-9-]+[.]md$/.exec(file)?.[1]) }));
  const order = numbered.sort((a, b) => a.number - b.number);
  return order.flatMap(({ file, number }, index) => {
    if (Number.isNaN(number)) return [`${file} is not named like 0007-why-so.md`];
    const text = textOf(file);
    const parts = [
      /^# \S/,
      /^Date: \d{4}-\d{2}-\d{2}$/m,
      /^Status: (accepted|superseded by \d{4})$/m,
      /^## Situation$/m,
      /^## Choice$/m,
      /^## Price$/m,
      /^## Sign we were wrong$/m,
    ];
    const missing = parts.filter((part) => !part.test(text)).map((part) => `${file} lacks ${part.source}`);
    return number === index + 1
      ? missing
      : [`${file} should be number ${index + 1} (numbers run without gaps or doubles)`, ...missing];
  });
}

/** The lock file names packages and their checksums, not the place they came from. */
export function lockFaults(text) {
  const packages = Object.entries(JSON.parse(text).packages);
  const placed = packages.filter(([name, entry]) => 'resolved' in entry && !entry.link && name !== '').map(([name]) => name);
  return placed.length === 0
    ? []
    : [
        `package-lock.json says where ${placed.length} packages came from (${placed[0]}, …): run npm install with this project's .npmrc`,
      ];
}

/** All text files of the checkout, found without git, which refuses to look into another user's folder. */
function textFiles(folder, below = '') {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(below, entry.name);
    if (notOurs.has(file)) return [];
    if (entry.isDirectory()) return textFiles(folder, file);
    return binary.test(file) ? [] : [file];
  });
}

function read(file) {
  return readFileSync(path.join(root, file), 'utf8');
}

function withoutCode(text) {
  return text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

function headings(text) {
  return new Set([...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map((match) => slug(match[1])));
}

/** The way GitHub and its kin make an anchor of a heading. */
function slug(heading) {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

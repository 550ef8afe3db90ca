// npm run check → "walls": who imports whom, whether the linter still sees, and what the texts promise.
import { importFaults } from './walls/imports.mjs';
import { lintFaults } from './walls/lint.mjs';
import { textFaults } from './walls/texts.mjs';

const faults = (await Promise.all([importFaults(), lintFaults(), textFaults()])).flat();
for (const fault of faults) console.error(`✗ ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;

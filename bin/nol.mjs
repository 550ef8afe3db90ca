#!/usr/bin/env -S node --max-semi-space-size=32
// The command `nol` from a bare clone: installs, builds when a source changed, then hands over to src/app/cli.ts.
import { ensurePackages } from '../scripts/packages.mjs';

ensurePackages();
const { buildIfStale, buildPagesIfStale } = await import('../scripts/build.mjs');
await buildIfStale();
if (process.argv[2] === 'start') await buildPagesIfStale();
await import('../dist/cli.js');

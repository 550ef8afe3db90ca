#!/usr/bin/env node
// The command `nol` from a bare clone: installs, builds when a source changed, then hands over to src/app/cli.ts.
import { ensurePackages } from '../scripts/packages.mjs';

ensurePackages();
const { buildIfStale } = await import('../scripts/build.mjs');
await buildIfStale();
await import('../dist/cli.js');

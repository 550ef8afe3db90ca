// npm start | test | check | bench | build. Plain JavaScript without packages, so that it works in a bare clone.
import { ensurePackages } from './packages.mjs';

ensurePackages();
const { commands } = await import('./commands.mjs');
const name = process.argv[2];
if (!Object.hasOwn(commands, name)) throw new Error(`unknown command ${name}; one of ${Object.keys(commands).join(', ')}`);
process.exitCode = await commands[name](process.argv.slice(3));

import type { House } from '../platform/house';
import type { RouteFacts } from '../platform/http';
import type { JobWork } from '../platform/jobs';

/** Every route of the house; a new module adds its own here and nowhere else. */
export const routes: readonly RouteFacts<House>[] = [];

/** What is done in the background, by kind. */
export const works: Readonly<Record<string, JobWork<House>>> = {};

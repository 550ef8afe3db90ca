import { z } from 'zod';

/** First part of a backup: what is in it. */
export const MANIFEST = 'manifest.json';
/** Last part: the SHA-256 of every part between. */
export const END = 'end.json';

export const Manifest = z.strictObject({
  format: z.literal('nol-backup-1'),
  countyId: z.string(),
  madeAt: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

export const Ending = z.strictObject({ parts: z.record(z.string(), z.string()) });
export type Ending = z.infer<typeof Ending>;

import { z } from 'zod';
import { ChildLine } from '../children/index';
import { civilGroups, lineFaults } from './rules/civil-list';

const Id = z.string().min(1).max(60);
const Row = z.int().min(1);
const Group = z.enum(civilGroups);

/** What a list is of, where its lines do not say it themselves. */
export const ListQuery = z.strictObject({ group: Group });
export type ListQuery = z.infer<typeof ListQuery>;

/** Why a line marks nobody. `nobody`: no child of one's places has this number; `other-name`: the list calls it otherwise. */
export const listFaults = [...lineFaults, 'nobody', 'several', 'other-name'] as const;
export type ListFault = (typeof listFaults)[number];

/** What a list says, looked at: whom it would mark, and which lines mark nobody. Nothing is kept of it. */
export const ListView = z.strictObject({
  file: z.string(),
  today: z.iso.date(),
  found: z
    .array(
      z.strictObject({
        ...ChildLine.shape,
        row: Row,
        group: Group,
        /** it has such a mark, which is renewed */ runs: z.boolean(),
      }),
    )
    .readonly(),
  faults: z.array(z.strictObject({ row: Row, name: z.string(), fault: z.enum(listFaults) })).readonly(),
});
export type ListView = z.infer<typeof ListView>;

export const ListRequest = z.strictObject({
  marks: z
    .array(z.strictObject({ childId: Id, group: Group }))
    .min(1)
    .max(5000)
    .readonly(),
  document: z.string().trim().min(2).max(200),
  untilDay: z.iso.date(),
});
export type ListRequest = z.infer<typeof ListRequest>;
export const ListTaken = z.strictObject({ marked: z.int().min(0), renewed: z.int().min(0) });
export type ListTaken = z.infer<typeof ListTaken>;

import { z } from 'zod';
import { keepsDirection } from '../../../shared/language/direction-marks';

/**
 * A bill as Open States writes it: `GET /bills` of its API, version 3, with every `include`. What we do not keep is left
 * out here, and may be there. Fields that the API leaves out or writes as null or as an empty text are none.
 */
const text = z
  .string()
  .trim()
  .min(1)
  .max(10_000)
  // PostgreSQL keeps none.
  .refine((given) => !given.includes('\0'), 'holds a null character')
  .refine(keepsDirection, 'turns the direction of writing');
const optional = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => (given === '' || given === null ? undefined : given), value.optional());
const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((given) => given ?? [], z.array(item).max(2_000));

/** Days are written with or without a time of day. */
const day = z
  .string()
  .transform((given) => given.slice(0, 10))
  .refine((given) => z.iso.date().safeParse(given).success, 'no day');

const organization = z.object({ name: text, classification: optional(z.string()) });
const person = z.object({
  id: z.string().regex(/^ocd-person\/[\w-]{1,100}$/),
  name: text,
  party: optional(text),
  current_role: optional(
    z.object({
      org_classification: optional(z.string()),
      district: optional(z.union([z.string(), z.number()]).transform(String)),
    }),
  ),
});

export const openStatesBill = z.object({
  id: z.string().regex(/^ocd-bill\/[\w-]{1,100}$/),
  session: text,
  jurisdiction: z.object({
    id: z
      .string()
      .regex(/^ocd-jurisdiction\/country:[a-z]{2}(?:\/[a-z_]+:[\w.~-]+)*\/\w+$/)
      .max(200),
    name: text,
    classification: z.string(),
  }),
  from_organization: optional(organization),
  identifier: text,
  title: text,
  classification: list(z.string()),
  subject: list(text),
  openstates_url: optional(z.url({ protocol: /^https?$/ })),
  actions: list(
    z.object({
      organization,
      description: text,
      date: day,
      classification: list(z.string()),
      order: z.int(),
    }),
  ),
  versions: list(
    z.object({
      note: text,
      date: optional(day),
      links: list(z.object({ url: z.url({ protocol: /^https?$/ }) })),
    }),
  ),
  sponsorships: list(
    z.object({ name: text, primary: z.boolean(), classification: text, person: optional(person) }),
  ),
  related_bills: list(z.object({ identifier: text, legislative_session: text, relation_type: z.string() })),
  votes: list(
    z.object({
      id: optional(text),
      motion_text: text,
      motion_classification: list(z.string()),
      start_date: day,
      result: z.string(),
      organization,
      counts: list(z.object({ option: z.string(), value: z.int().min(0) })),
      votes: list(z.object({ option: z.string(), voter_name: text, voter: optional(person) })),
    }),
  ),
});
export type OpenStatesBill = z.infer<typeof openStatesBill>;
export type OpenStatesPerson = z.infer<typeof person>;

import * as z from 'zod/mini'
import { ZoneId } from '#domain/base/ids.ts'
import { Instant } from '#domain/time/instant.ts'
import { World } from '#domain/base/world.ts'

const hexadecimal = (digits: number) =>
  z.string().check(z.regex(new RegExp(`^[0-9a-f]{${digits}}$`)))

/** Reserves the next copy number of a zone's binder, so that the print-out is logged before it is made. */
export const ReserveBinderCopy = z.object({
  zone: ZoneId,
  world: World,
  /** As «ukentlig utskrift», «ekstra eksemplar til bil 4». */
  reason: z.string().check(z.minLength(1), z.maxLength(200)),
  /** The moment of the oldest list in it; null without lists. */
  asOf: z.nullable(Instant),
  /** SHA-256 of the content. */
  hash: hexadecimal(64),
  pages: z.int().check(z.positive()),
  patients: z.int().check(z.nonnegative()),
  /** The copy that these pages replace pages of; null for a whole binder. */
  replaces: z.nullable(z.int().check(z.positive())),
  /** The version of each document, for «Sider å bytte». */
  versions: z.record(z.string().check(z.maxLength(200)), hexadecimal(32)),
})
export type ReserveBinderCopy = z.infer<typeof ReserveBinderCopy>

export const ReserveBinderCopyAnswer = z.object({
  copy: z.int().check(z.positive()),
  printedBy: z.string(),
  printedAt: Instant,
})
export type ReserveBinderCopyAnswer = z.infer<typeof ReserveBinderCopyAnswer>

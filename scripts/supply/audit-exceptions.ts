import { z } from 'zod'

/** A known flaw that we live with for a time. */
const AuditException = z.strictObject({
  id: z.string().regex(/^GHSA(-[\da-z]{4}){3}$/),
  reason: z.string().min(20),
  /** The last day on which it counts. */
  until: z.iso.date(),
})
export type AuditException = z.infer<typeof AuditException>

export const AuditExceptions = z
  .array(AuditException)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'An id stands twice.')

export function isExpired(exception: AuditException, today: string): boolean {
  return exception.until < today
}

import { hasErrorCode } from '../base/error-code.ts'
import { isDatabaseAway } from './database-away.ts'

/**
 * SQLSTATE codes of what says nothing about the query: it met another transaction (serialization, deadlock, lock not
 * available, cancelled), or the database lacks disk, memory or connections, or is a read-only copy at the moment.
 */
const passingCodes = ['40001', '40P01', '55P03', '57014', '25006']

/** Answers whether the same work may succeed later without anything being mended in it. */
export function isPassingFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (
    isDatabaseAway(error) ||
    hasErrorCode(error, ...passingCodes) ||
    // Classes 53 and 58: insufficient resources, and an error of the system around the database.
    ('code' in error && typeof error.code === 'string' && /^5[38]\w{3}$/.test(error.code)) ||
    isPassingFault(error.cause)
  )
}

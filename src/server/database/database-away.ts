import { hasErrorCode } from '../base/error-code.ts'

/** Of the socket below a connection, and of finding the machine it leads to. */
const socketCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
]

/** SQLSTATE: the server ended the connection, or has no place for one. */
const endedCodes = ['25P03', '53300', '57P01', '57P02', '57P03', '57P04', '57P05']

/** What pg says without a code, of a connection that broke, could not be made in time, or broke before this query. */
const words =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed)/

/** Whether the database, or the connection to it, is gone for the moment: nothing was wrong with what was asked. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (
    hasErrorCode(error, ...socketCodes, ...endedCodes) ||
    // Class 08, connection exception.
    ('code' in error && typeof error.code === 'string' && /^08\w{3}$/.test(error.code)) ||
    words.test(error.message) ||
    isDatabaseAway(error.cause)
  )
}

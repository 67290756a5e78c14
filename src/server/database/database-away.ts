import { hasErrorCode } from '../base/error-code.ts'

/** Node's codes for a failed socket, and for a host name that is not resolved. */
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

/** SQLSTATE codes: the server ended the connection, or accepts no more. */
const endedConnectionCodes = ['25P03', '53300', '57P01', '57P02', '57P03', '57P04', '57P05']

/** Messages that pg gives without a code, for a connection that broke or was not opened in time. */
const words =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed)/

/** Answers whether the database cannot be reached at the moment, so that the same query may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (
    hasErrorCode(error, ...socketCodes, ...endedConnectionCodes) ||
    // Class 08, connection exception.
    ('code' in error && typeof error.code === 'string' && /^08\w{3}$/.test(error.code)) ||
    words.test(error.message) ||
    isDatabaseAway(error.cause)
  )
}

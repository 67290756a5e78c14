import { pino, type DestinationStream, type Logger } from 'pino'
import { z } from 'zod'

/** The fields that a log line may have: ids, kinds and counts. Fields of any other name are left out. */
const allowed = new Set([
  'level',
  'time',
  'msg',
  'accountId',
  'address',
  'code',
  'copy',
  'count',
  'deviceId',
  'entryId',
  'fault',
  'form',
  'keyId',
  'kind',
  'method',
  'milliseconds',
  'municipality',
  'patientCount',
  'port',
  'reason',
  'reqId',
  'route',
  'seed',
  'status',
  'stream',
  'zone',
])

const maxValueLength = 120

/** Opens a log of JSON lines; a command that answers on standard output gives another `destination`. */
export function openLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: {
      /** Leaves out an error's own message, which may quote what a person wrote. */
      logMethod(
        this: Logger,
        [first, second]: [unknown, unknown?, ...unknown[]],
        method: (fields: object, message: string) => void,
      ) {
        const fields = typeof first === 'object' && first !== null ? first : {}
        const message = [first, second].find((value) => typeof value === 'string')
        method.apply(this, [faultFields(fields), message ?? 'fault'])
      },
      /** Filters the finished line, because a child logger adds fields of its own. */
      streamWrite: onlyAllowed,
    },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

function onlyAllowed(line: string): string {
  const fields = Object.entries(z.record(z.string(), z.unknown()).parse(JSON.parse(line)))
  return `${JSON.stringify(Object.fromEntries(fields.filter(isAllowed)))}\n`
}

function isAllowed([name, value]: [string, unknown]): boolean {
  // Locations in our own code, from `faultFields`.
  if (name === 'at') return Array.isArray(value)
  if (!allowed.has(name)) return false
  if (typeof value === 'string') return value.length <= maxValueLength
  return value === null || typeof value === 'number' || typeof value === 'boolean'
}

/** Returns an error's kind and its stack's locations in our code, without its message. */
function faultFields(fields: object): object {
  const error = fields instanceof Error ? fields : 'err' in fields ? fields.err : null
  if (!(error instanceof Error)) return { ...fields, at: undefined }
  return {
    ...(fields instanceof Error ? {} : fields),
    fault: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    at: (error.stack ?? '').split('\n').filter(isOwnCodeLocation).slice(0, 8),
  }
}

/** Recognises a stack line of V8: unlike a line of the message, it ends in a line and column number. */
function isOwnCodeLocation(line: string): boolean {
  return /^ {4}at .*:\d+:\d+\)?$/.test(line)
}

import { pino, type DestinationStream, type Logger } from 'pino'
import { z } from 'zod'

/** What a log line may hold: ids, kinds and counts. Whatever has another name is left out. */
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

const longestValue = 120

/** One JSON line each; `destination` is standard output unless a command needs that for its answer. */
export function openLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: {
      /** Keeps pino from taking an error's own message, which may quote what a person wrote. */
      logMethod(
        this: Logger,
        [first, second]: [unknown, unknown?, ...unknown[]],
        method: (fields: object, message: string) => void,
      ) {
        const fields = typeof first === 'object' && first !== null ? first : {}
        const message = [first, second].find((value) => typeof value === 'string')
        method.apply(this, [faultFields(fields), message ?? 'fault'])
      },
      /** On the finished line, because a child logger adds fields of its own. */
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
  // Places in our own code, from `faultFields`.
  if (name === 'at') return Array.isArray(value)
  if (!allowed.has(name)) return false
  if (typeof value === 'string') return value.length <= longestValue
  return value === null || typeof value === 'number' || typeof value === 'boolean'
}

/** An error's kind and the places in our code it came through, without its words. */
function faultFields(fields: object): object {
  const error = fields instanceof Error ? fields : 'err' in fields ? fields.err : null
  if (!(error instanceof Error)) return { ...fields, at: undefined }
  return {
    ...(fields instanceof Error ? {} : fields),
    fault: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    at: (error.stack ?? '').split('\n').filter(isOwnPlace).slice(0, 8),
  }
}

/** As V8 writes them; a message of several lines may look like one, but does not end in a line and column. */
function isOwnPlace(line: string): boolean {
  return /^ {4}at .*:\d+:\d+\)?$/.test(line)
}

import { pino, type DestinationStream, type Logger } from 'pino'

/** What a log line may hold: ids, kinds and counts. Whatever has another name is left out. */
const allowed = new Set([
  'accountId',
  'address',
  'code',
  'count',
  'deviceId',
  'entryId',
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
    formatters: {
      level: (label: string) => ({ level: label }),
      bindings: pickAllowed,
      log: pickAllowed,
    },
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
    },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

function pickAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => isOwnField(name) || isAllowed(name, value)),
  )
}

function isAllowed(name: string, value: unknown): boolean {
  if (!allowed.has(name)) return false
  if (typeof value === 'string') return value.length <= longestValue
  return value === null || typeof value === 'number' || typeof value === 'boolean'
}

/** Made by `faultFields` and safe as it is. */
function isOwnField(name: string): boolean {
  return name === 'fault' || name === 'at'
}

/** An error's kind and the places in our code it came through, without its words. */
function faultFields(fields: object): object {
  const error = fields instanceof Error ? fields : 'err' in fields ? fields.err : null
  if (!(error instanceof Error)) return { ...fields, fault: undefined, at: undefined }
  return {
    ...(fields instanceof Error ? {} : fields),
    fault: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8),
  }
}

import type { Dexie } from 'dexie'

/** The database cannot be reached, whatever was tried. It is never shown as «nothing there». */
export class StorageFailedError extends Error {
  override readonly name = 'StorageFailedError'
}

/** The database that came back is another one: what was in it is gone. */
export class StorageLostError extends Error {
  override readonly name = 'StorageLostError'
}

export type Supervisor<Database extends Dexie> = {
  /**
   * Runs `work` on an open database. When the connection is lost it reopens, looks for the canary
   * and runs `work` again, so `work` must be safe to repeat after it was done.
   */
  run<Value>(work: (database: Database) => Promise<Value>): Promise<Value>
  /** failing: three attempts failed; working again when a write has succeeded since. */
  health(): 'working' | 'failing'
}

/** What every supervised database holds beside its own data: a row that is there or it is another database. */
export type Canary<Database extends Dexie> = {
  find(database: Database): Promise<string | null>
  put(database: Database, value: string): Promise<unknown>
}

const attempts = 3

export function supervise<Database extends Dexie>(ports: {
  open: () => Database
  canary: Canary<Database>
  /** Asked when the disk is full; true when something gave way and the write is worth another try. */
  freeSpace: () => Promise<boolean>
  /** A call that neither answers nor fails counts as a lost connection. */
  callLimitMilliseconds?: number
}): Supervisor<Database> {
  let health: 'working' | 'failing' = 'working'
  let canary: string | null = null
  let connection: Promise<Database> | null = null

  async function connect(): Promise<Database> {
    const database = ports.open()
    await database.open()
    const found = await ports.canary.find(database)
    if (canary !== null && found !== canary) {
      database.close()
      throw new StorageLostError('The database came back without what was in it.')
    }
    const stored = found ?? crypto.randomUUID()
    if (found === null) await ports.canary.put(database, stored)
    canary = stored
    return database
  }

  function reach(): Promise<Database> {
    if (connection !== null) return connection
    const opened = connect()
    connection = opened
    // What fails to open is not kept: the next call opens anew. Whoever waits for it is told.
    opened.catch(() => letGo(opened))
    return opened
  }

  function letGo(opened: Promise<Database>): void {
    if (connection === opened) connection = null
    opened.then(
      (database) => database.close(),
      () => {},
    )
  }

  /** A full disk still reads: only a write shows that it is mended. */
  async function takesWrites(database: Database): Promise<boolean> {
    try {
      await ports.canary.put(database, canary ?? '')
      return true
    } catch (error) {
      if (kindOf(error) === null) throw error
      return false
    }
  }

  return {
    async run(work) {
      for (let tried = 1; ; tried++) {
        const opened = reach()
        try {
          const limit = ports.callLimitMilliseconds ?? 20_000
          const value = await withinLimit(async () => work(await opened), limit)
          if (health === 'failing' && (await takesWrites(await opened))) health = 'working'
          return value
        } catch (error) {
          const kind = kindOf(error)
          if (kind === null) throw error
          if (kind === 'connection') letGo(opened)
          const again = kind === 'connection' || (await ports.freeSpace())
          if (tried < attempts && again) continue
          health = 'failing'
          throw new StorageFailedError(`The database failed: ${kind}.`, { cause: error })
        }
      }
    },
    health: () => health,
  }
}

class CallLimitError extends Error {
  override readonly name = 'CallLimitError'
}

async function withinLimit<Value>(
  call: () => Promise<Value>,
  milliseconds: number,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CallLimitError('No answer')), milliseconds)
  })
  try {
    return await Promise.race([call(), limit])
  } finally {
    clearTimeout(timer)
  }
}

/** As browsers name them, and as Dexie names what it passes on. */
const connectionErrors = new Set([
  'AbortError',
  'CallLimitError',
  'DatabaseClosedError',
  'InvalidStateError',
  'OpenFailedError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
])

/** Null for an error that another try would not mend: it belongs to whoever wrote the call. */
function kindOf(error: unknown): 'connection' | 'full' | null {
  for (let at = error; at instanceof Error; at = innerOf(at)) {
    if (at.name === 'QuotaExceededError') return 'full'
  }
  return error instanceof Error && connectionErrors.has(error.name) ? 'connection' : null
}

function innerOf(error: Error): unknown {
  return 'inner' in error ? error.inner : error.cause
}

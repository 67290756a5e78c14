import type { Dexie } from 'dexie'

/** The database cannot be reached after several attempts. It must never be shown as an empty list. */
export class StorageFailedError extends Error {
  override readonly name = 'StorageFailedError'
}

/** The database that was reopened is another one: the browser deleted what was in it. */
export class StorageLostError extends Error {
  override readonly name = 'StorageLostError'
}

export type Supervisor<Database extends Dexie> = {
  /**
   * Runs `work` on an open database. When the connection is lost it reopens, looks for the canary
   * and runs `work` again, so `work` must be safe to repeat after it was done.
   */
  run<Value>(work: (database: Database) => Promise<Value>): Promise<Value>
  /** It is failing after three failed attempts, and working again after a write has succeeded. */
  health(): 'working' | 'failing'
}

/** A row in every supervised database. When it is missing, the browser has replaced the database. */
export type Canary<Database extends Dexie> = {
  find(database: Database): Promise<string | null>
  put(database: Database, value: string): Promise<unknown>
}

const attempts = 3

export function supervise<Database extends Dexie>(ports: {
  open: () => Database
  canary: Canary<Database>
  /** Called when the disk is full. True when it freed something, so that the write can be tried again. */
  freeSpace: () => Promise<boolean>
  /**
   * For a database whose contents can be had again: called when they are gone and it has been begun anew. Without it, a
   * database that was replaced is a fault for good.
   */
  onReplaced?: (database: Database) => Promise<void>
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
    const isReplaced = canary !== null && found !== canary
    if (isReplaced && ports.onReplaced === undefined) {
      database.close()
      throw new StorageLostError('The database was reopened without what was in it.')
    }
    const stored = found ?? crypto.randomUUID()
    if (found === null) await ports.canary.put(database, stored)
    canary = stored
    if (isReplaced) await ports.onReplaced?.(database)
    return database
  }

  function reach(): Promise<Database> {
    if (connection !== null) return connection
    const opened = connect()
    connection = opened
    // A connection that fails to open is not kept: the next call opens a new one. This call throws.
    opened.then(
      (database) => watchClosing(database, opened),
      () => release(opened),
    )
    return opened
  }

  /**
   * Drops a connection that the browser closes: Dexie would open the database again by itself, and an empty one would pass
   * for the one before. What can be had again is begun anew at once, and not when somebody happens to ask for it.
   */
  function watchClosing(database: Database, opened: Promise<Database>): void {
    const drop = () => {
      release(opened)
      // The next call meets the same failure, and reports it.
      if (ports.onReplaced !== undefined) reach().catch(() => {})
    }
    // Of the connection itself: Dexie tells of a close also when it was asked for.
    for (const event of ['close', 'versionchange']) {
      database.backendDB().addEventListener(event, drop, { once: true })
    }
  }

  function release(opened: Promise<Database>): void {
    if (connection === opened) connection = null
    opened.then(
      (database) => database.close(),
      () => {},
    )
  }

  /** A full disk can still be read, so only a write shows that the database works again. */
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
          if (kind === 'connection') release(opened)
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

/** Names of errors from browsers and from Dexie. */
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

/** Null for an error that another try would not fix: it is a fault in the call. */
function kindOf(error: unknown): 'connection' | 'full' | null {
  for (let at = error; at instanceof Error; at = innerOf(at)) {
    if (at.name === 'QuotaExceededError') return 'full'
  }
  return error instanceof Error && connectionErrors.has(error.name) ? 'connection' : null
}

function innerOf(error: Error): unknown {
  return 'inner' in error ? error.inner : error.cause
}

/**
 * Names of the outbox database. Its schema is frozen (`storage/databases/outbox-database.ts`), so that this worker
 * reads it without the code of a layer whose files may be missing.
 */
const databaseName = 'outbox'
const stores = ['entries', 'devices', 'authors', 'drafts', 'employees'] as const

/** What this worker needs of a stored entry; the rest is keys and copies, which never leave the device. */
type EntryRow = { deviceId: string; n: number; entry: unknown }
type DeviceRow = { id: string; credential: unknown }
type AuthorRow = { deviceId: string; credential: unknown }

export type Outbox = {
  entries: EntryRow[]
  devices: DeviceRow[]
  authors: AuthorRow[]
  drafts: number
}

/** none: nobody has used the app here. unread: the browser does not open or read it. */
export type OutboxReading = { kind: 'read'; outbox: Outbox } | { kind: 'none' } | { kind: 'unread' }

/** A database that hangs must not keep the page away. */
const maxReadMilliseconds = 3_000

/** Reads what the server has no receipt for. */
export async function readOutbox(
  databases: IDBFactory,
  maxMilliseconds = maxReadMilliseconds,
): Promise<OutboxReading> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<OutboxReading>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'unread' }), maxMilliseconds)
  })
  // Whatever the browser's reason is, the page says that it does not know, and never that nothing is there.
  const reading = read(databases).catch((): OutboxReading => ({ kind: 'unread' }))
  return Promise.race([reading, limit]).finally(() => clearTimeout(timer))
}

async function read(databases: IDBFactory): Promise<OutboxReading> {
  const database = await openIfThere(databases)
  if (database === null) return { kind: 'none' }
  try {
    const transaction = database.transaction(stores, 'readonly')
    const [entries, devices, authors, drafts, employees] = await Promise.all([
      answerOf<EntryRow[]>(transaction.objectStore('entries').index('state').getAll('sealed')),
      answerOf<DeviceRow[]>(transaction.objectStore('devices').getAll()),
      answerOf<AuthorRow[]>(transaction.objectStore('authors').getAll()),
      answerOf(transaction.objectStore('drafts').count()),
      answerOf(transaction.objectStore('employees').count()),
    ])
    // The app makes the database when it starts, before anybody is enrolled.
    if (employees + entries.length + drafts === 0) return { kind: 'none' }
    return { kind: 'read', outbox: { entries, devices, authors, drafts } }
  } finally {
    database.close()
  }
}

/** Null when there is none. To open one would make it, so that is undone. */
function openIfThere(databases: IDBFactory): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = databases.open(databaseName)
    let isNew = false
    request.addEventListener('upgradeneeded', () => {
      isNew = true
      request.transaction?.abort()
    })
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => {
      if (isNew) resolve(null)
      else reject(new Error('The outbox does not open.', { cause: request.error }))
    })
  })
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => {
      reject(new Error('The outbox cannot be read.', { cause: request.error }))
    })
  })
}

/**
 * The unsent entries as a file (`contract/outbox-file.ts`): sealed to the server, signed by author and device, with the
 * credentials by which the server believes them. Neither drafts nor any key is in it.
 */
export function outboxFile({ entries, devices, authors }: Outbox, madeAt: string): Response {
  const lines = devices.map(({ id, credential }) => ({
    device: credential,
    authors: authors.filter(({ deviceId }) => deviceId === id).map((author) => author.credential),
    entries: entries
      .filter(({ deviceId }) => deviceId === id)
      .toSorted((a, b) => a.n - b.n)
      .map(({ entry }) => entry),
  }))
  const file = {
    kind: 'outbox',
    v: 1,
    madeAt,
    lines: lines.filter((line) => line.entries.length > 0),
  }
  return new Response(JSON.stringify(file), {
    headers: {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="beredt-ikke-sendt-${madeAt.slice(0, 10)}.json"`,
      'cache-control': 'no-store',
    },
  })
}

import type { PullStream } from '#contract/pull-stream.ts'
import type { PushEntries, PushEntriesAnswer } from '#contract/push-entries.ts'
import type { SignatureCheck, StatementSigner } from '#domain/trust/signatures.ts'
import { Instant, instantFromMilliseconds } from '#domain/time/instant.ts'
import type { PullTools } from '#server/streams/sign-head.ts'
import type { HeldEntry, InboxStore } from '#server/inbox/inbox-store.ts'
import { judgeEntry } from '#domain/entries/author-rights.ts'
import type { ProjectionStores } from '#server/projection/projection-ports.ts'
import { type SaidOfItself, saidOfItself } from '#server/projection/said-of-itself.ts'
import type { StreamStore } from '#server/streams/stream-store.ts'
import type { Committed, MemoryDatabase } from '../support/memory-sync-database.ts'
import type { LaggingCopy } from './answer-message.ts'
import type { RunContext } from './run-context.ts'

/** The store as a server without the mechanism would read it. */
export function pullWithout(
  { without }: RunContext,
  store: StreamStore,
  { stream, part }: PullStream,
): StreamStore {
  if (without === 'floor') {
    const findHead: StreamStore['findHead'] = async (id) => {
      const state = await store.findHead(id)
      return state === null ? null : { ...state, floor: 0 }
    }
    return { ...store, findHead }
  }
  if (without !== 'witness') return store
  // Every place that the device names looks as it says.
  const witness = part.kind === 'changes' ? part.witness : part.layout?.start
  const findLink: StreamStore['findLink'] = async (id, seq) =>
    id === stream && seq === witness?.seq ? witness.chain16 : store.findLink(id, seq)
  return { ...store, findLink }
}

/** Without epoch, a server that meets its own lost head takes no notice. It notes what it signs, for the judge. */
export function pullToolsWithout(
  { without, keys, crypto, history, scheduler }: RunContext,
  lagging: LaggingCopy | null,
): PullTools {
  const requestedAt = scheduler.now()
  const now = instantFromMilliseconds(requestedAt)
  const { keyId, sign } = keys.signer()
  const signer: StatementSigner = {
    keyId,
    async sign(bytes) {
      const signature = await sign(bytes)
      const { at: from = requestedAt, at: to = scheduler.now() } = lagging ?? {}
      history.observeSigned(signature, { from, to })
      return signature
    },
  }
  const signatures: SignatureCheck =
    without === 'epoch' ? { isSignedBy: () => Promise.resolve(false) } : crypto.check
  const { keySet } = keys.signed()
  return { signer, keySet, trust: { signatures, hasher: crypto.hasher }, now }
}

/** Without prevHash, every neighbour looks as the pushed entry says; without noticeCursor, every cursor is known. */
export function inboxWithout(
  { without }: RunContext,
  inbox: InboxStore,
  push: PushEntries,
): InboxStore {
  if (without === 'noticeCursor') return { ...inbox, hasNotice: () => Promise.resolve(true) }
  if (without !== 'prevHash') return inbox
  const believe = (row: HeldEntry): HeldEntry => {
    const after = push.entries.find(({ header }) => header.n === row.n + 1)
    return after === undefined ? row : { ...row, entryHash: after.header.prevHash }
  }
  return {
    ...inbox,
    listHeld: async (deviceId, wanted) => (await inbox.listHeld(deviceId, wanted)).map(believe),
  }
}

/**
 * Without takenConflicts, an answer tells of what was pushed alone; without takenLine, a landmark that is held stands for all
 * between it and the next.
 */
export function answerWithout(
  { without }: RunContext,
  { entries, taken, device }: PushEntries,
  answer: PushEntriesAnswer,
  { inbox }: Committed,
): PushEntriesAnswer {
  if (without === 'takenConflicts') {
    const pushed = new Set(entries.map(({ header }) => header.entryId))
    return { ...answer, results: answer.results.filter(({ entryId }) => pushed.has(entryId)) }
  }
  if (without !== 'takenLine') return answer
  const { deviceId } = device.subject
  const own = [...inbox.values()]
    .map(({ entry }) => entry)
    .filter((row) => row.deviceId === deviceId)
  const hashes = new Set(taken.map(({ hash }) => hash))
  const upwards = taken.toSorted((a, b) => a.n - b.n)
  const isHeld = (hash: string) => own.some(({ entryHash }) => entryHash === hash)
  const missing = upwards.findIndex(({ hash }) => !isHeld(hash))
  const common = missing === -1 ? upwards.at(-1) : upwards[missing - 1]
  const conflicts = own
    .filter(({ status, entryHash }) => status === 'conflict' && hashes.has(entryHash))
    .map(({ entryId, n }) => ({ entryId, n, result: 'conflict' as const }))
  return {
    ...answer,
    results: [...answer.results, ...conflicts],
    forked: answer.forked || conflicts.length > 0,
    commonHead: common?.n ?? 0,
  }
}

const never = Instant.parse('1970-01-01T00:00:00.000Z')

/** Without rights, everybody may write everywhere; without duties, everybody may say everything of an incident; without contact, no phone has ever heard what its employees have. */
export function judgeWithout({ without }: RunContext): typeof judgeEntry {
  if (without === 'contact') {
    return (rights, about, receipt) =>
      judgeEntry(rights, about, { ...receipt, contactBefore: never })
  }
  if (without === 'duties') {
    return (rights, wanted, receipt) => judgeEntry(rights, { ...wanted, duties: [] }, receipt)
  }
  return without === 'rights' ? () => ({ kind: 'effect', marks: [] }) : judgeEntry
}

const believedTimes: SaidOfItself['placeInTime'] = ({ at, writtenAt, hlc }) => ({
  at,
  writtenAt,
  hlc,
  clockAheadMinutes: 0,
})

/** Without placedInTime, a fact stands at the time that its phone's clock said. */
export function saidWithout({ without }: RunContext): SaidOfItself {
  return without === 'placedInTime' ? { ...saidOfItself, placeInTime: believedTimes } : saidOfItself
}

const listRepetitions = () => Promise.resolve([])

/** Without oneEffect, nobody remembers repetitions. Without effectOnce, the effect is committed first and the mark in a transaction of its own. */
export async function projectionWithout(
  { without }: RunContext,
  database: MemoryDatabase,
  work: (stores: ProjectionStores) => Promise<boolean>,
): Promise<boolean> {
  if (without === 'oneEffect') {
    return database.transaction((stores) =>
      work({ ...stores, inbox: { ...stores.inbox, listRepetitions } }),
    )
  }
  if (without !== 'effectOnce') return database.transaction(work)
  const marks: Parameters<InboxStore['markProjected']>[] = []
  const markProjected: InboxStore['markProjected'] = (...mark) => {
    marks.push(mark)
    return Promise.resolve()
  }
  const found = await database.transaction((stores) =>
    work({ ...stores, inbox: { ...stores.inbox, markProjected } }),
  )
  await database.transaction(async ({ inbox }) => {
    for (const mark of marks) await inbox.markProjected(...mark)
  })
  return found
}

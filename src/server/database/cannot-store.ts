import { sql } from 'kysely'
import type { CannotStore } from '#contract/refusal.ts'
import type { Database } from './database.ts'

/**
 * SQLSTATE codes of a database that answers and stores nothing: its disk is full, a file could not be written, or it is a
 * read-only copy at the moment.
 */
const reasons: Readonly<Record<string, CannotStore>> = {
  '53100': 'diskFull',
  '58030': 'writeFailed',
  '25006': 'writeFailed',
}

/** Why nothing can be stored, by what the database answered; null for any other fault. */
export function findCannotStore(error: unknown): CannotStore | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return reasons[code] ?? findCannotStore(error.cause)
}

/** How long an answer counts, in milliseconds: whoever asks for health all the time must not keep a disk busy. */
const countsMilliseconds = 5_000

/**
 * Asks the database to store something that is gone when it has: a table of its own, about 1 MB of it, because a full disk
 * still takes what fits where something else has been. Answers why it could not.
 */
export function openStoreProbe(
  db: Database,
  milliseconds: () => number,
): () => Promise<CannotStore | null> {
  let last: { at: number; answer: Promise<CannotStore | null> } | null = null
  return () => {
    if (last === null || milliseconds() - last.at >= countsMilliseconds) {
      const answer = probe(db)
      last = { at: milliseconds(), answer }
      // A database that was away is asked again at once.
      answer.catch(() => {
        if (last?.answer === answer) last = null
      })
    }
    return last.answer
  }
}

async function probe(db: Database): Promise<CannotStore | null> {
  try {
    await db.transaction().execute(async (transaction) => {
      await sql`
        create temporary table beredt_probe on commit drop as
        select string_agg(md5((block * 250 + place)::text), '') as filler
        from generate_series(1, 128) as block, generate_series(1, 250) as place
        group by block`.execute(transaction)
    })
    return null
  } catch (error) {
    const reason = findCannotStore(error)
    if (reason === null) throw error
    return reason
  }
}

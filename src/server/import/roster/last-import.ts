import * as z from 'zod/mini'
import type { LastImport } from '#contract/imports/last-import.ts'
import type { SectionId } from '#domain/base/ids.ts'
import type { DatabaseTransaction } from '../../database/database.ts'
import { findNewestRun, findRun, hasReplaced } from './import-runs.ts'

const Figures = z.object({ people: z.int(), added: z.int(), changed: z.int(), gone: z.int() })

/** The newest import of a section that holds; null before the first, and when all of them were undone. */
export async function findLastImport(
  transaction: DatabaseTransaction,
  section: SectionId,
): Promise<LastImport | null> {
  const newest = await findNewestRun(transaction, section)
  if (newest === null) return null
  const row = await transaction
    .selectFrom('importRun')
    .leftJoin('account', 'account.accountId', 'importRun.takenById')
    .select(['importRun.fileName', 'importRun.takenAt', 'importRun.figures', 'account.name'])
    .where('runId', '=', newest.runId)
    .executeTakeFirstOrThrow()
  const run = await findRun(transaction, section, newest.runId)
  const { fileName, takenAt, figures, name } = row
  return {
    run: newest.runId,
    fileName,
    takenAt,
    takenBy: name,
    ...Figures.parse(figures),
    canRestore: run?.isRestorable === true && (await hasReplaced(transaction, newest.runId, run)),
  }
}

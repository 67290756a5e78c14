import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { EmployeeId, EntryId } from '#domain/base/ids.ts'
import { StreamDocument } from '#domain/streams/stream-document.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { SignedHead } from '#domain/trust/stream-head.ts'
import { aDocument, inBuckets } from '../../support/build-replica.ts'

// What lies on the phone that a sample is of. Two employees share it: Anne, who has written, and Berit.

const id = (last: string) => `0b6b1c52-6a86-4b68-9e3c-3b0a1d1c7a${last}`
export const anne = EmployeeId.parse(id('01'))
export const berit = EmployeeId.parse(id('02'))
export const codeOfBerit = '820415'
export const sampleEntry = (number: number): EntryId => EntryId.parse(id(String(10 + number)))
export const sampleDraft = EntryId.parse(id('03'))

export const details = StreamId.parse('demo/real/nord-1/details')
export const deltaSession = '0b6b1c52-6a86-4b68-9e3c-3b0a1d1c7a51'
export const buildSession = '0b6b1c52-6a86-4b68-9e3c-3b0a1d1c7a52'
export const sampleBuckets = 4

/** The states that Anne's entries have, in their order; each is then sealed again under the server's new key. */
export const sampleStates = ['acked', 'held', 'rejected', 'quarantined', 'sealed'] as const

/** What is shown of `critical`. */
export const shownDocuments = (): Promise<StreamDocument[]> =>
  Promise.all(
    Array.from({ length: 12 }, (_, index) => aDocument(`patient-${index + 10}`, index + 1)),
  )

/** The changes to `critical`: the first is staged, the second is not fetched yet. */
export const changes = async () => ({
  staged: await aDocument('patient-10', 13, { name: 'Ny adresse' }),
  missing: await aDocument('patient-99', 14),
})

/** What `critical` is when all changes are there. */
export async function changedDocuments(): Promise<StreamDocument[]> {
  const { staged, missing } = await changes()
  const unchanged = (await shownDocuments()).filter(({ docId }) => docId !== staged.docId)
  return [...unchanged, staged, missing]
}

/** `details` is being built: half of its buckets are staged. */
export const builtDocuments = (): Promise<StreamDocument[]> =>
  Promise.all(Array.from({ length: 8 }, (_, index) => aDocument(`detail-${index + 10}`, index + 1)))

export const half = sampleBuckets / 2
export const builtHalf = async (which: 'first' | 'second') =>
  inBuckets(
    await builtDocuments(),
    which === 'first'
      ? { buckets: sampleBuckets, from: 0, next: half }
      : { buckets: sampleBuckets, from: half, next: sampleBuckets },
  )

/** What the server would have answered next: it is gone, with the keys that it signed this by. */
export const NextAnswers = z.object({ critical: SignedHead, details: SignedHead })

export async function readNextAnswers(folder: string): Promise<z.infer<typeof NextAnswers>> {
  return NextAnswers.parse(JSON.parse(await readFile(join(folder, 'next.json'), 'utf8')))
}

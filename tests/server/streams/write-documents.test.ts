import { expect, test } from 'vitest'
import { documentOf } from '#domain/documents/document-of.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { writeDocuments } from '#server/streams/write-documents.ts'
import { aPatient, noon } from '../../support/a-patient.ts'
import { memorySyncDatabase } from '../../support/memory-sync-database.ts'

const patient = { kind: 'put', ...documentOf('patient', aPatient()) } as const
const byImport = { writer: 'import', hasher: nodeHasher, now: noon } as const

test('a document is written into the stream of its class', async () => {
  const { writeTo } = aDatabase()

  expect(await writeTo('critical', patient, byImport)).toMatchObject({ written: 1 })
})

test.each([
  ['into a stream of another class', 'journal', patient, byImport],
  [
    'in a version that this server does not know',
    'critical',
    { ...patient, schema: 'patient@2' },
    byImport,
  ],
  ['of a kind that nobody listed', 'critical', { ...patient, schema: 'visitPlan@1' }, byImport],
  [
    'by a part of the server that does not write it',
    'critical',
    patient,
    { ...byImport, writer: 'directory' },
  ],
] as const)('a document %s is refused, and nothing is written', async (_, name, write, context) => {
  const { writeTo, committed } = aDatabase()

  await expect(writeTo(name, write, context)).rejects.toThrow('has no business')
  expect(committed().streams.size).toBe(0)
})

function aDatabase() {
  const database = memorySyncDatabase()
  return {
    committed: database.committed,
    writeTo: (
      name: string,
      write: Parameters<typeof writeDocuments>[2][number],
      context: Parameters<typeof writeDocuments>[3],
    ) =>
      database.transaction(({ streams }) =>
        writeDocuments(streams, StreamId.parse(`demo/real/nord-2/${name}`), [write], context),
      ),
  }
}

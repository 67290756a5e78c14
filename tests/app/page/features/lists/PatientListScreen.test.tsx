import { expect, test } from 'vitest'
import { PatientId } from '#domain/base/ids.ts'
import { StoredPatient } from '#domain/documents/aged-documents.ts'
import { streamIdOf } from '#domain/streams/stream.ts'
import { type ScreenBench, screenBench } from '../../../../support/screen-bench.tsx'

/** Makes a number of copies of one patient, all in her zone. */
async function copyPatient({ server }: ScreenBench, count: number): Promise<void> {
  const demo = server.demo.find(
    ({ stream }) =>
      stream.kind === 'zone' && stream.zone === 'nord-2' && stream.class === 'critical',
  )
  const [one] = demo?.documents ?? []
  if (demo === undefined || one === undefined) throw new Error('The demo has nobody in Nord 2.')
  const copies = Array.from({ length: count }, (_, n) => {
    const id = PatientId.parse(`0b000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
    const body: StoredPatient = {
      ...StoredPatient.parse(one.body),
      id,
      name: { family: 'Å', given: `${n}` },
    }
    return { kind: 'put', docId: id, schema: one.schema, body } as const
  })
  await server.write(streamIdOf(demo.stream), copies)
}

test('a long list shows its first rows, says how many there are, and shows more on request', async () => {
  const bench = await screenBench()
  await copyPatient(bench, 150)
  await bench.enrol()
  const screen = await bench.draw('/lister/samtlige')
  const rows = screen.getByRole('list', { name: 'Lister' }).getByRole('listitem')

  await expect.poll(() => rows.elements().length).toBe(100)
  const about = screen.getByText(/^\d+ brukere/)
  const total = Number.parseInt(about.element().textContent, 10)
  await screen.getByRole('button', { name: 'Vis 100 til' }).click()
  await screen.getByRole('button', { name: `Vis ${total - 200} til` }).click()

  await expect.poll(() => rows.elements().length).toBe(total)
  expect(total).toBeGreaterThan(200)
  expect(screen.getByRole('button', { name: /^Vis/ }).query()).toBeNull()
})

import { expect, test } from 'vitest'
import { PatientId } from '#domain/base/ids.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { aNote } from '../../support/a-note.ts'
import { anEnrolledCore } from '../../support/an-enrolled-core.ts'

test('of all work lists only the one that is shown leaves the worker', async () => {
  const { core } = await anEnrolledCore({ classes: ['critical', 'worklists'] })
  await core.syncNow()

  const overview = await core.queries.overview(null)
  const known = overview.kind === 'open' ? overview.value.workLists : []
  const [first] = known
  const one = await core.queries.workList(first?.id ?? '')
  const fitting = await core.queries.fittingWorkLists({ weekday: 'wednesday', part: 'evening' })
  const unknown = await core.queries.workList('a list that is not here')

  expect(known.length).toBeGreaterThan(1)
  expect(one).toMatchObject({ kind: 'open', value: { list: { id: first?.id } } })
  expect(fitting).toMatchObject({ kind: 'open', value: [{ fit: 'template' }] })
  expect(unknown).toMatchObject({ kind: 'open', value: null })
})

test('of the journal only the notes about one patient leave the worker with her', async () => {
  const [she, other] = ['1', '2'].map((digit) =>
    PatientId.parse(`00000000-0000-4000-8000-00000000000${digit}`),
  )
  if (she === undefined || other === undefined) throw new Error('There are two of them.')
  const { core, server } = await anEnrolledCore({ classes: ['critical', 'journal'] })
  const notes = [aNote('hers', { patientId: she }), aNote('another’s', { patientId: other })]
  const writes = notes.map((note) => ({ kind: 'put', ...documentOf('note', note) }) as const)
  await server.write(StreamId.parse('demo/real/nord-1/journal'), writes)
  await core.syncNow()

  const about = await core.reader.listNotesAbout(she)

  expect(about).toMatchObject({ kind: 'open', value: [{ patientId: she }] })
})

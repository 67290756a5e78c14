import { expect, test } from 'vitest'
import { paths } from '#app/page/paths/paths.ts'
import { PatientId, ZoneId } from '#domain/base/ids.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import type { Note } from '#domain/entries/note.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { Instant, LocalDate } from '#domain/time/instant.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { aHeldNote } from '../../../../support/a-held-entry.ts'
import { aNote } from '../../../../support/a-note.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { type ScreenBench, screenBench } from '../../../../support/screen-bench.tsx'

const at = (clock: string) => Instant.parse(`2026-11-23T${clock}:00.000Z`)

async function receive({ server }: ScreenBench, notes: readonly Note[]): Promise<void> {
  for (const note of notes) {
    await server.write(StreamId.parse(`demo/real/${note.zone}/journal`), [
      { kind: 'put', ...documentOf('note', note) },
    ])
  }
}

async function openReceived(notes: readonly Note[], zones: readonly string[] = ['nord-2']) {
  const bench = await screenBench({ role: 'sectionLeader', zones })
  await receive(bench, notes)
  await bench.enrol()
  const screen = await bench.draw('/mottatt')
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Mottatt' })).toBeVisible()
  await expect.element(screen.getByText('Henter fram …')).not.toBeInTheDocument()
  return { bench, screen }
}

const before = aNote('Ga 5 mg Furix')
const after = aNote('Ga 2,5 mg Furix', {
  n: 2,
  receivedAt: at('14:40'),
  corrects: { entryId: before.entryId, reason: 'Skrev feil styrke' },
})

test('axe finds nothing, neither on notes nor where there are none', async () => {
  const zones = ['nord-1', 'nord-2']
  const { bench, screen } = await openReceived([before, after], zones)
  await expect.element(screen.getByText('2 notater')).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  await screen.unmount()

  const empty = await openReceived([])

  await expect.element(empty.screen.getByText('Ingenting er mottatt')).toBeVisible()
  expect(await axeFindingsInBothSchemes(empty.bench.services.appearance)).toEqual([])
})

test('a journal that has come and is empty says the same as one that never came', async () => {
  const bench = await screenBench({ role: 'sectionLeader' })
  await receive(bench, [before])
  await bench.server.write(StreamId.parse('demo/real/nord-2/journal'), [
    { kind: 'delete', docId: before.entryId },
  ])
  await bench.enrol()

  const screen = await bench.draw('/mottatt')

  await expect.element(screen.getByText('Ingenting er mottatt')).toBeVisible()
})

test('a note has its form, whom it is about, who wrote it, what, and its running number', async () => {
  const { screen } = await openReceived([aNote('Kveldsstell', { n: 7, receivedAt: at('14:40') })])

  const note = screen.getByRole('article', { name: 'Besøksnotat · Sonens logg, i dag 15:30' })

  await expect
    .element(note)
    .toMatchTextContent(
      'Ahmed Haugen, Ansvarsvakt · mottatt 15:40 · løpenummer 7a00-7Hva gjorde du?Kveldsstell',
    )
  await expect.element(screen.getByText('1 notat', { exact: true })).toBeVisible()
})

test('the newest received stands first, whenever it happened', async () => {
  const { screen } = await openReceived([
    aNote('mottatt først', { eventAt: at('14:50'), receivedAt: at('14:51') }),
    aNote('mottatt sist', { eventAt: at('10:00'), receivedAt: at('15:01') }),
    aNote('mottatt midt i', { eventAt: at('14:00'), receivedAt: at('14:55') }),
  ])
  await expect.element(screen.getByText('3 notater')).toBeVisible()

  const order = screen
    .getByRole('article')
    .elements()
    .map(({ textContent }) => /mottatt (først|sist|midt i)/.exec(textContent)?.[1])

  expect(order).toEqual(['sist', 'midt i', 'først'])
})

test('a corrected note and its correction both stand, and which is which', async () => {
  const { screen } = await openReceived([before, after])

  const article = screen.getByRole('article')

  await expect
    .element(article.filter({ hasText: 'Ga 5 mg Furix' }))
    .toMatchTextContent('Rettet i et senere notat')
  await expect
    .element(article.filter({ hasText: 'Ga 2,5 mg Furix' }))
    .toMatchTextContent('Retter et tidligere notat. Grunn: Skrev feil styrke')
  expect(screen.getByText(/Rettet i et senere notat/).elements().length).toBe(1)
})

test('a note on somebody on the lists has her name, and one on somebody who has left them stands', async () => {
  const bench = await screenBench({ role: 'sectionLeader' })
  const demo = bench.server.demo.find(({ stream }) => stream.class === 'critical')
  const bystander = demo?.documents[0]?.docId ?? ''
  const onTheList = (
    bench.server.demo.find(
      ({ stream }) =>
        stream.kind === 'zone' && stream.zone === 'nord-2' && stream.class === 'critical',
    )?.documents ?? []
  ).find(({ body }) => JSON.stringify(body).includes('Somby'))
  await receive(bench, [
    aNote('om Somby', { patientId: PatientId.parse(onTheList?.docId) }),
    aNote('om en annen', { patientId: PatientId.parse(bystander) }),
  ])
  await bench.enrol()

  const screen = await bench.draw('/mottatt')

  await expect
    .element(screen.getByRole('article', { name: /^Besøksnotat · Somby, Máret,/ }))
    .toMatchTextContent('om Somby')
  await expect
    .element(
      screen.getByRole('article', { name: /^Besøksnotat · Bruker som ikke er på denne enheten,/ }),
    )
    .toMatchTextContent('om en annen')
})

test('a note in a form that the phone does not have is named after it and can be read', async () => {
  const { screen } = await openReceived([
    aNote('Ukjent skjema', { form: FormReference.parse('dodsfall@3') }),
  ])

  await expect.element(screen.getByText(/^dodsfall@3 · Sonens logg/)).toBeVisible()
  await expect.element(screen.getByText('Ukjent skjema')).toBeVisible()
})

test('whoever has several zones sees all of them, or the one that is chosen', async () => {
  const nord1 = ZoneId.parse('nord-1')
  const notes = [aNote('fra Nord 1', { zone: nord1 }), aNote('fra Nord 2')]
  const { screen } = await openReceived(notes, ['nord-1', 'nord-2'])
  await expect.element(screen.getByText('2 notater')).toBeVisible()

  await screen.getByRole('combobox', { name: 'Sone' }).selectOptions('Nord 1')

  await expect.element(screen.getByText('1 notat', { exact: true })).toBeVisible()
  await expect.element(screen.getByText('fra Nord 1')).toBeVisible()
  await expect.element(screen.getByText('fra Nord 2')).not.toBeInTheDocument()
})

test.each([
  ['of a newer build', 'note@2', '1 opplysning trenger en nyere app'],
  ['damaged', 'note@1', 'Ikke alt lot seg lese'],
])('a journal whose only note is %s is not called empty', async (_, schema, told) => {
  const bench = await screenBench({ role: 'sectionLeader' })
  await bench.server.write(StreamId.parse('demo/real/nord-2/journal'), [
    { kind: 'put', docId: 'odd', schema, body: {} },
  ])
  await bench.enrol()

  const screen = await bench.draw('/mottatt')

  await expect.element(screen.getByText(told)).toBeVisible()
  expect(screen.getByText('Ingenting er mottatt').query()).toBeNull()
})

test('a zone whose journal has not come is told of beside the notes of the others', async () => {
  const { screen } = await openReceived([before], ['nord-2', 'nord-9'])

  await expect.element(screen.getByText('Ikke alle sonene dine er hentet')).toBeVisible()
  await expect.element(screen.getByText('Ga 5 mg Furix')).toBeVisible()
})

test.each([
  ['sectionLeader', 1],
  ['shiftLead', 0],
] as const)(
  'a note that waits is told to a %s without its text, with a way to settle it for her who may',
  async (role, links) => {
    const bench = await screenBench({ role })
    await bench.server.write(StreamId.parse('demo/real/nord-2/journal'), [
      { kind: 'put', ...documentOf('heldNote', aHeldNote()) },
    ])
    await bench.enrol()

    const screen = await bench.draw('/mottatt')

    const told = screen.getByRole('region', { name: '1 notat venter på leder' })
    await expect
      .element(told)
      .toMatchTextContent('Gjelder i dag 15:30. Den som skrev, har ikke denne sonen.')
    expect(screen.getByRole('link', { name: 'Til avklaring' }).elements()).toHaveLength(links)
  },
)

test('a note of a time that is ahead says so', async () => {
  const { screen } = await openReceived([aNote('Kveldsstell', { marks: ['eventAhead'] })])

  await expect.element(screen.getByText('Tidspunktet er fram i tid.')).toBeVisible()
})

test('a note about somebody who has left the list says who she is', async () => {
  const patientId = PatientId.parse('6b000000-0000-4000-8000-000000000009')
  const gone = aNote('Falt på badet', { patientId })
  const bench = await screenBench({ role: 'sectionLeader' })
  await receive(bench, [gone])
  await bench.server.write(StreamId.parse('demo/real/nord-2/critical'), [
    {
      kind: 'put',
      ...documentOf('formerPatient', {
        patientId,
        zone: ZoneId.parse('nord-2'),
        name: { family: 'Lie', given: 'Berit' },
        bornOn: LocalDate.parse('1941-03-14'),
        ehrId: '70399',
        goneAt: at('14:40'),
      }),
    },
  ])
  await bench.enrol()

  const screen = await bench.draw('/mottatt')

  await expect
    .element(screen.getByText(/Lie, Berit · f\. 1941 · EPJ-nr\. 70399 · ute av listen fra i dag/))
    .toBeVisible()
})

const twoZones = [
  { zone: ZoneId.parse('nord-1'), notes: 1 },
  { zone: ZoneId.parse('nord-2'), notes: 3 },
]

test('notes of colleagues that the server has not read are counted, with the time of its answer, until it has', async () => {
  const bench = await screenBench({ role: 'sectionLeader', zones: ['nord-1', 'nord-2'] })
  bench.server.setComing(twoZones)
  await bench.enrol()

  const screen = await bench.draw('/mottatt')

  await expect
    .element(screen.getByRole('status').filter({ hasText: 'er på vei' }))
    .toMatchTextContent(
      '4 notater fra kolleger er på veiSlik svarte serveren i dag 16:08. Hva det er og hvem det gjelder, vises først når det er hentet hit.',
    )
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])

  bench.server.setComing([])
  await bench.device.core().syncNow()

  await expect.element(screen.getByText(/er på vei/)).not.toBeInTheDocument()
})

test('a zone is told of its own notes alone, and a server that does not count says nothing', async () => {
  const bench = await screenBench({ role: 'sectionLeader', zones: ['nord-1', 'nord-2'] })
  bench.server.setComing(twoZones)
  await bench.enrol()

  const screen = await bench.draw('/mottatt?sone=nord-1')

  await expect.element(screen.getByText('1 notat fra en kollega er på vei')).toBeVisible()

  bench.server.setComing(undefined)
  await bench.device.core().syncNow()

  await expect.element(screen.getByText(/er på vei/)).not.toBeInTheDocument()
})

test('a patient’s notes say that some are on their way to her zone', async () => {
  const bench = await screenBench({ zones: ['nord-2'] })
  bench.server.setComing(twoZones)
  await bench.enrol()
  const [patient] =
    bench.server.demo.find(
      ({ stream }) =>
        stream.kind === 'zone' && stream.zone === 'nord-2' && stream.class === 'critical',
    )?.documents ?? []

  const screen = await bench.draw(paths.patient.to({ patientId: PatientId.parse(patient?.docId) }))

  await expect.element(screen.getByText('3 notater fra kolleger er på vei')).toBeVisible()
})

import { expect, test } from 'vitest'
import { StreamId } from '#domain/streams/stream.ts'
import { type ScreenBench, screenBench } from '../../../support/screen-bench.tsx'

const critical = StreamId.parse('demo/real/nord-2/critical')

/** As a newer server has it: in a schema that this build does not know. */
function inSchema(schema: string, ...docIds: string[]) {
  return docIds.map((docId) => ({ kind: 'put', docId, schema, body: { v: 2 } }) as const)
}

function patientIds({ server }: ScreenBench): string[] {
  const demo = server.demo.find(
    ({ stream }) =>
      stream.kind === 'zone' && stream.zone === 'nord-2' && stream.class === 'critical',
  )
  return (demo?.documents ?? [])
    .filter(({ schema }) => schema === 'patient@1')
    .map(({ docId }) => docId)
}

test('a patient in a newer version is counted on the list that she is missing from', async () => {
  const bench = await screenBench()
  const [one = ''] = patientIds(bench)
  await bench.server.write(critical, inSchema('patient@2', one))
  await bench.enrol()

  const screen = await bench.draw('/lister/samtlige')

  await expect.element(screen.getByText('1 opplysning trenger en nyere app')).toBeVisible()
  await expect.element(screen.getByText(/^66 brukere/)).toBeVisible()
})

test('patients in a newer version and a kind that nobody knew are counted together', async () => {
  const bench = await screenBench()
  const [one = '', two = ''] = patientIds(bench)
  await bench.server.write(critical, [
    ...inSchema('patient@2', one, two),
    ...inSchema('visitPlan@1', 'plan'),
  ])
  await bench.enrol()

  const screen = await bench.draw('/lister')

  await expect.element(screen.getByText('3 opplysninger trenger en nyere app')).toBeVisible()
})

test('a list of which nothing can be read says so, and never that nobody is on it', async () => {
  const bench = await screenBench()
  const ids = patientIds(bench)
  await bench.server.write(critical, inSchema('patient@2', ...ids))
  await bench.enrol()

  const screen = await bench.draw('/lister/samtlige')

  const notice = screen.getByText(`${ids.length} opplysninger trenger en nyere app`)
  await expect.element(notice).toBeVisible()
  expect(screen.getByText('Ingen på denne listen').query()).toBeNull()
})

test.each([
  ['/lister', 'demo/real/nord-2/worklists', 'workList@2'],
  ['/lister/samtlige', 'demo/real/*/systems', 'deviceKind@2'],
  ['/tiltakskort', 'demo/real/*/cards', 'actionCard@2'],
  ['/skriv', 'demo/real/*/forms', 'questionnaire@2'],
  ['/mottatt', 'demo/real/nord-2/journal', 'note@2'],
  ['/', 'demo/real/nord-2/worklists', 'shift@1'],
])('%s tells of what %s holds in %s', async (path, stream, schema) => {
  const bench = await screenBench({ role: 'sectionLeader' })
  await bench.server.write(StreamId.parse(stream), inSchema(schema, 'new'))
  await bench.enrol()

  const screen = await bench.draw(path)

  await expect.element(screen.getByText('1 opplysning trenger en nyere app')).toBeVisible()
})

test.each([
  ['notes', 'journal', 'note@2'],
  ['details', 'details', 'patientDetails@2'],
])('a patient card whose %s are newer says so', async (_, name, schema) => {
  const bench = await screenBench()
  const [one = ''] = patientIds(bench)
  const stream = StreamId.parse(`demo/real/nord-2/${name}`)
  await bench.server.write(stream, inSchema(schema, one))
  await bench.enrol()

  const screen = await bench.draw(`/bruker/${one}`)

  await expect.element(screen.getByText('1 opplysning trenger en nyere app')).toBeVisible()
})

test('a patient whom only a newer app can read is not said not to be on the phone', async () => {
  const bench = await screenBench()
  const [one = ''] = patientIds(bench)
  await bench.server.write(critical, inSchema('patient@2', one))
  await bench.enrol()

  const screen = await bench.draw(`/bruker/${one}`)

  await expect.element(screen.getByText('1 opplysning trenger en nyere app')).toBeVisible()
  expect(screen.getByText('Brukeren finnes ikke på denne telefonen').query()).toBeNull()
})

test('no binder is printed whose lists would all be empty', async () => {
  const bench = await screenBench({ role: 'sectionLeader' })
  const ids = patientIds(bench)
  await bench.server.write(critical, inSchema('patient@2', ...ids))
  await bench.enrol()
  const screen = await bench.draw('/beredskapsperm')

  await screen.getByRole('button', { name: /^Lag permen for/ }).click()

  const notice = screen.getByText(`${ids.length} opplysninger trenger en nyere app`)
  await expect.element(notice).toBeVisible()
})

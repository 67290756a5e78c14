import { expect, test } from 'vitest'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { EntryId } from '#domain/base/ids.ts'
import { accepted } from '#domain/base/result.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { PersonFactBody } from '#domain/people/person-fact.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import type { SyncStatus } from '#app/bridge/sync-status.ts'
import type { ContactReading } from '#app/bridge/incident-queries.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { aContactReading, aContactRow, aNamed, inOutage } from '../../../../support/an-outage.ts'
import { aDevice } from '../../../../support/a-patient.ts'
import { aContactFact, eva } from '../../../../support/a-person-fact.ts'
import { night, openReading, pageBench } from '../../../../support/page-bench.tsx'

const berg = aNamed(1, 'Berg, Anna Ingrid', {
  livesAlone: true,
  priority: { level: 'P2', reasons: [], confirmed: null },
})
const bjerke = aNamed(2, 'Bjerke, Kari')
const lie = aNamed(3, 'Lie, Margot')
const solli = aNamed(4, 'Solli, Odd')
const evaCalls = { employeeId: eva.employeeId, name: eva.name }

function said(state: 'noAnswer' | 'spokenOk' | 'needsVisit', minutes: number) {
  const at = plusMinutes(night, minutes)
  return { shown: aContactFact({ patientId: berg.id, state, at }), beside: [] }
}

type Dealt = (mine: { employeeId: typeof eva.employeeId; name: string }) => ContactReading

function aPhone(dealt: Dealt, sync: Partial<SyncStatus> = {}, next: Patient | null = null) {
  const bodies: PersonFactBody[] = []
  const bench: ReturnType<typeof pageBench> = pageBench({
    sync,
    reader: { listServices: () => Promise.resolve(openReading([...defaultServiceDefinitions])) },
    facts: {
      sayOfPerson({ body }) {
        bodies.push(body)
        return Promise.resolve(accepted(EntryId.parse(crypto.randomUUID())))
      },
    },
    incidents: inOutage({
      contactList: () => Promise.resolve(openReading(dealt(bench.profile.author))),
      nextOnList: () => Promise.resolve(openReading(next)),
    }),
  })
  return { bench, bodies }
}

const dealtByTheAlphabet: Dealt = (me) =>
  aContactReading({
    mine: [
      aContactRow(berg, { caller: me, contact: said('noAnswer', -8) }),
      aContactRow(bjerke, { caller: me }),
    ],
    others: [aContactRow(lie, { caller: evaCalls })],
    reached: [aContactRow(solli, { caller: evaCalls, contact: said('spokenOk', -90) })],
    notReachedByList: { safetyAlarm: 3, medicineDispenser: 2 },
    dealtAt: plusMinutes(night, -17),
    isCalling: true,
  })

test('axe finds nothing in the call list, by day and by night', async () => {
  const { bench } = aPhone(dealtByTheAlphabet)
  const screen = await bench.draw('/ikke-fatt-kontakt')
  await expect.element(screen.getByText('Bjerke, Kari').first()).toBeVisible()

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('the lists have their counts, and the people are counted once', async () => {
  const { bench } = aPhone(dealtByTheAlphabet)
  const screen = await bench.draw('/ikke-fatt-kontakt')

  await expect.element(screen.getByText('3 av 4', { exact: true })).toBeVisible()
  await expect.element(screen.getByRole('radio', { name: 'TRY/HST 3' })).toBeChecked()
  await expect.element(screen.getByRole('radio', { name: 'VEM 2' })).not.toBeChecked()
})

test('it says who rings whom as the server dealt it, and rings the next', async () => {
  const { bench } = aPhone(dealtByTheAlphabet, {}, bjerke)
  const screen = await bench.draw('/ikke-fatt-kontakt')

  await expect.element(screen.getByRole('heading', { name: 'Du ringer B' })).toBeVisible()
  await expect.element(screen.getByText('Eva ringer L–S, avtalt 02:55')).toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: 'Ring neste: Bjerke, Kari' }))
    .toHaveAttribute('href', 'tel:+4790000002')
})

test('where names are dealt across each other, they are counted instead', async () => {
  const { bench } = aPhone((me) =>
    aContactReading({
      mine: [aContactRow(berg, { caller: me }), aContactRow(solli, { caller: me })],
      others: [aContactRow(lie, { caller: evaCalls })],
      dealtAt: plusMinutes(night, -17),
    }),
  )
  const screen = await bench.draw('/ikke-fatt-kontakt')

  await expect
    .element(screen.getByRole('heading', { name: 'Du ringer', exact: true }))
    .toBeVisible()
  await expect.element(screen.getByText('Eva ringer 1, avtalt 02:55')).toBeVisible()
})

test('a status has its age, and who did not answer a time to try again', async () => {
  const { bench } = aPhone(dealtByTheAlphabet)
  const screen = await bench.draw('/ikke-fatt-kontakt')

  await expect
    .element(screen.getByRole('list', { name: 'Du ringer' }))
    .toMatchTextContent(/Svarer ikke 03:04, Eva · prøv igjen 03:14/)
  await screen.getByText('Nådd: 1 bruker').click()
  await expect
    .element(screen.getByRole('list', { name: 'Nådd: 1 bruker' }))
    .toMatchTextContent(/Snakket med – OK 01:42, Eva · 1 t 30 siden/)
})

test('without network, what others have done is not known since the phones last agreed', async () => {
  const { bench } = aPhone(dealtByTheAlphabet, { line: 'offline' })
  const screen = await bench.draw('/ikke-fatt-kontakt')

  await expect.element(screen.getByText('1, sist sett 02:58')).toBeVisible()
  await expect
    .element(screen.getByRole('list', { name: 'Hos andre' }))
    .toMatchTextContent(/Eva ringer.*Ikke kjent siden 02:58/)
})

test('who may have been rung by somebody else is flagged on both phones', async () => {
  const { bench } = aPhone((me) =>
    aContactReading({
      mine: [
        aContactRow(berg, { caller: me, mayHaveCalled: evaCalls }),
        aContactRow(bjerke, { caller: me, mayBeCalledByOthers: true }),
      ],
    }),
  )
  const screen = await bench.draw('/ikke-fatt-kontakt')

  await expect.element(screen.getByText('Kan være ringt av Eva Dahl')).toBeVisible()
  await expect.element(screen.getByText(/Kan være ringt av andre/)).toBeVisible()
})

test('an alarm that is written down to send another way is told apart', async () => {
  const dual = aNamed(5, 'Gran, Hanna', {
    devices: [aDevice({ kind: 'safety-alarm', description: 'To SIM-kort' })],
  })
  const { bench } = aPhone((me) => aContactReading({ mine: [aContactRow(dual, { caller: me })] }))
  const screen = await bench.draw('/ikke-fatt-kontakt')

  await expect.element(screen.getByText(/To\sSIM-kort/)).toBeVisible()
})

test('to ring or not to ring is one fact', async () => {
  const { bench, bodies } = aPhone(() => aContactReading({ mine: [aContactRow(berg)] }))
  const screen = await bench.draw('/ikke-fatt-kontakt')
  await expect.element(screen.getByRole('heading', { name: 'Å ringe' })).toBeVisible()

  await screen.getByRole('button', { name: 'Jeg ringer', exact: true }).click()

  await expect
    .poll(() => bodies)
    .toEqual([{ kind: 'calling', list: 'safetyAlarm', isCalling: true }])
})

test('when nobody is left to ring, the visits are next', async () => {
  const { bench } = aPhone(() =>
    aContactReading({ mine: [aContactRow(berg, { contact: said('needsVisit', -4) })] }),
  )
  const screen = await bench.draw('/ikke-fatt-kontakt')

  await expect
    .element(screen.getByRole('link', { name: '1 trenger besøk' }))
    .toHaveAttribute('href', '/besok')
})

test('that all are reached is said with what that means, and an empty list is another thing', async () => {
  const { bench } = aPhone(() =>
    aContactReading({ reached: [aContactRow(solli, { contact: said('spokenOk', -4) })] }),
  )
  const done = await bench.draw('/ikke-fatt-kontakt')
  await expect.element(done.getByText('Alle på listen er nådd')).toBeVisible()
  await done.unmount()

  const other = aPhone(() => aContactReading())
  const screen = await other.bench.draw('/ikke-fatt-kontakt')

  await expect.element(screen.getByText('Ingen i området står på denne listen')).toBeVisible()
})

test('alarms with two SIM and those on each operator are told apart, on the row and in a count', async () => {
  const people = [
    aNamed(1, 'Berg, Anna', {
      devices: [alarm({ line: { sims: 2, operators: ['Telia', 'Telenor'] } })],
    }),
    aNamed(2, 'Bjerke, Kari', { devices: [alarm({ line: { sims: null, operators: ['Ice'] } })] }),
    aNamed(3, 'Lie, Margot', { devices: [alarm({})] }),
  ]
  const { bench } = aPhone(() =>
    aContactReading({
      mine: people.map((one) => aContactRow(one)),
      notReachedByAlarmLine: {
        twoSims: 1,
        byOperator: [{ operator: 'Ice', count: 1 }],
        unknown: 1,
      },
    }),
  )
  const screen = await bench.draw('/ikke-fatt-kontakt')
  const row = (name: string) => screen.getByRole('listitem').filter({ hasText: name })

  await expect
    .element(screen.getByRole('group', { name: 'Alarmene' }))
    .toMatchTextContent(/To SIM 1Ice 1Operatør ikke kjent 1/)
  await expect
    .element(row('Berg, Anna'))
    .toMatchTextContent(/alarm med to SIM \(Telia og Telenor\)/)
  await expect.element(row('Bjerke, Kari')).toMatchTextContent(/alarm på Ice/)
  await expect.element(row('Lie, Margot')).toMatchTextContent(/operatør på alarmen ikke kjent/)
})

function alarm(fields: Parameters<typeof aDevice>[0]) {
  return aDevice({
    kind: 'safety-alarm',
    listedAs: 'Trygghetsalarm',
    description: null,
    ...fields,
  })
}

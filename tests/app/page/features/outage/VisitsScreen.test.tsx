import { expect, test } from 'vitest'
import type { Author } from '#domain/base/author.ts'
import { EmployeeId, EntryId, ZoneId } from '#domain/base/ids.ts'
import { accepted } from '#domain/base/result.ts'
import type { VisitState } from '#domain/people/people.ts'
import type { VisitOutcome } from '#domain/people/person-fact.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import type { Colleague } from '#app/bridge/device-queries.ts'
import type { PersonSaying } from '#app/bridge/fact-writer.ts'
import type { VisitsReading } from '#app/bridge/incident-queries.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { aNamed, aVisitRow, inOutage, someVisits } from '../../../../support/an-outage.ts'
import { aPersonFact, eva } from '../../../../support/a-person-fact.ts'
import { night, openReading, pageBench } from '../../../../support/page-bench.tsx'

const lie = aNamed(2, 'Lie, Torbjørn', {
  address: { street: 'Åsveien 4', postalCode: null, city: null, detail: '3. etasje' },
  access: [{ id: 'k', kind: 'key', description: '66', worksOffline: true, hasCode: false }],
})
const haugen = aNamed(4, 'Haugen, Per Arne')
const key = { patientId: lie.id, planned: null }
const needed = { at: plusMinutes(night, -7), because: 'needsVisit' } as const

function stateOf(fields: Partial<VisitState> = {}): VisitState {
  return { ...aVisitRow(lie).state, ...fields }
}

function ended(outcome: VisitOutcome, word: string | null = null): VisitState['ended'] {
  return { shown: aPersonFact({ kind: 'visitEnded', visit: key, outcome, word }), beside: [] }
}

/** `visits` are made for whoever has unlocked the phone. */
function aPhone(
  visits: (me: Author) => Partial<VisitsReading>,
  colleagues: readonly Colleague[] = [{ ...eva, title: 'Helsefagarbeider' }],
) {
  const said: PersonSaying[] = []
  const bench: ReturnType<typeof pageBench> = pageBench({
    queries: { colleagues: () => Promise.resolve(openReading([...colleagues])) },
    facts: {
      sayOfPerson(saying) {
        said.push(saying)
        return Promise.resolve(accepted(EntryId.parse(crypto.randomUUID())))
      },
    },
    incidents: inOutage({
      visits: () => Promise.resolve(openReading(someVisits(visits(bench.profile.author)))),
    }),
  })
  return { bench, bodies: () => said.map(({ body }) => body), said }
}

const free = () => ({ free: [aVisitRow(lie, { due: needed })] })
const hers = (me: Author) => ({
  mine: [aVisitRow(lie, { due: needed, state: stateOf({ holder: me }) })],
})

test('axe finds nothing in the visits nor in one of them, by day and by night', async () => {
  const { bench } = aPhone((me) => ({ ...free(), ...hers(me), unmet: 1 }))
  const list = await bench.draw('/besok')
  await expect.element(list.getByText('Lie, Torbjørn').first()).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  await list.unmount()

  const screen = await bench.draw(`/besok/${lie.id}`)
  await expect.element(screen.getByRole('button', { name: 'Gjort', exact: true })).toBeVisible()

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a row says when and why, and where it is without a map', async () => {
  const { bench } = aPhone(free)
  const screen = await bench.draw('/besok')
  const row = screen.getByRole('listitem').filter({ hasText: 'Lie, Torbjørn' })

  await expect.element(row).toMatchTextContent(/03:05/)
  await expect.element(row).toMatchTextContent(/Trenger besøk siden 03:05/)
  await expect.element(row).toMatchTextContent(/Åsveien 4, 3\. etasje · Nøkkel 66/)
})

test('a visit that nobody has is taken by one press, and given back by another', async () => {
  const { bench, bodies } = aPhone(free)
  const screen = await bench.draw('/besok')

  await screen.getByRole('button', { name: 'Ta besøket hos Lie, Torbjørn' }).click()
  await expect.poll(bodies).toEqual([{ kind: 'visitTaken', visit: key }])
  await screen.getByRole('button', { name: 'Angre' }).click()

  await expect.poll(() => bodies().at(-1)?.kind).toBe('undone')
})

test('what needs two is counted, and not taken by one from the list', async () => {
  const { bench } = aPhone(() => ({
    free: [aVisitRow(lie, { due: needed, state: stateOf({ needsTwo: true }) })],
    unmet: 2,
  }))
  const screen = await bench.draw('/besok')

  await expect.element(screen.getByText('2 besøk trenger to')).toBeVisible()
  await expect.element(screen.getByText(/· Trenger to/)).toBeVisible()
  await expect.element(screen.getByRole('button', { name: /^Ta besøket/ })).not.toBeInTheDocument()
})

test('what needs two is given to nobody alone', async () => {
  const { bench } = aPhone((me) => ({
    mine: [aVisitRow(lie, { state: stateOf({ holder: me, needsTwo: true }) })],
  }))
  const screen = await bench.draw(`/besok/${lie.id}`)

  await expect.element(screen.getByText('Trenger to. Gis ikke til én alene.')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Gi til …' })).not.toBeInTheDocument()
})

test('a visit is offered to a colleague, and says that it is hers until the other takes it over', async () => {
  const { bench, bodies } = aPhone(hers)
  const screen = await bench.draw(`/besok/${lie.id}`)

  await screen.getByRole('button', { name: 'Gi til …' }).click()
  await expect
    .element(screen.getByText('Besøket er ditt til den andre har trykket «Overta».'))
    .toBeVisible()
  await screen.getByRole('button', { name: 'Eva Dahl Helsefagarbeider' }).click()

  await expect
    .poll(() => bodies())
    .toMatchObject([
      { kind: 'visitGiven', visit: key, to: { employeeId: eva.employeeId, name: 'Eva Dahl' } },
    ])
})

test('of many employees she finds one by part of the name, whom the phone has never met', async () => {
  const many = Array.from({ length: 30 }, (_, n) => ({
    employeeId: EmployeeId.parse(crypto.randomUUID()),
    name: `Ansatt ${n} Åsen`,
    title: 'Sykepleier',
  }))
  const { bench, bodies } = aPhone(hers, many)
  const screen = await bench.draw(`/besok/${lie.id}`)
  await screen.getByRole('button', { name: 'Gi til …' }).click()

  await screen.getByLabelText('Finn kollega').fill('29 ås')
  await expect.poll(() => screen.getByRole('button', { name: /Åsen/ }).elements().length).toBe(1)
  await screen.getByRole('button', { name: 'Ansatt 29 Åsen Sykepleier' }).click()

  await expect
    .poll(() => bodies())
    .toMatchObject([{ kind: 'visitGiven', to: { name: 'Ansatt 29 Åsen' } }])
})

test('one whom no list names is written by name: the visit stays hers, and says with whom it is agreed', async () => {
  const { bench, bodies } = aPhone(hers, [])
  const screen = await bench.draw(`/besok/${lie.id}`)
  await screen.getByRole('button', { name: 'Gi til …' }).click()
  await expect
    .element(screen.getByText('Listen over ansatte i sonen er ikke på telefonen ennå.'))
    .toBeVisible()

  await screen.getByText('En som ikke står på listen').click()
  await screen.getByRole('button', { name: 'Avtalt' }).click()
  await expect.element(screen.getByText('Skriv navnet.')).toBeVisible()
  await screen.getByLabelText('Navn').fill('Vikar Olsen')
  await screen.getByRole('button', { name: 'Avtalt' }).click()

  await expect
    .poll(() => bodies())
    .toEqual([{ kind: 'visitTaken', visit: key, agreedWith: 'Vikar Olsen' }])
})

test('with whom a visit is agreed stands beside whose it is', async () => {
  const { bench } = aPhone((me) => ({
    mine: [
      aVisitRow(lie, {
        state: stateOf({
          holder: me,
          taken: {
            shown: aPersonFact({ kind: 'visitTaken', visit: key, agreedWith: 'Vikar Olsen' }),
            beside: [],
          },
        }),
      }),
    ],
  }))
  const screen = await bench.draw(`/besok/${lie.id}`)

  await expect
    .element(screen.getByText('Du har besøket · Avtalt med Vikar Olsen, ikke overtatt ennå'))
    .toBeVisible()
})

test('an offered visit is the giver’s, and is taken over by one press', async () => {
  const { bench, bodies } = aPhone((me) => ({
    mine: [
      aVisitRow(lie, {
        state: stateOf({
          holder: eva,
          offered: { shown: aPersonFact({ kind: 'visitGiven', visit: key, to: me }), beside: [] },
        }),
      }),
    ],
  }))
  const screen = await bench.draw(`/besok/${lie.id}`)
  await expect.element(screen.getByText('Eva Dahl vil gi deg besøket')).toBeVisible()

  await screen.getByRole('button', { name: 'Overta' }).click()

  await expect.poll(bodies).toEqual([{ kind: 'visitTaken', visit: key }])
})

test('a visit that is done is over, and she was seen', async () => {
  const { bench, bodies } = aPhone(hers)
  const screen = await bench.draw(`/besok/${lie.id}`)

  await screen.getByRole('button', { name: 'Gjort', exact: true }).click()

  await expect.poll(bodies).toEqual([
    { kind: 'visitEnded', visit: key, outcome: 'done', word: null },
    { kind: 'contact', patientId: lie.id, state: 'visited', word: null },
  ])
})

test.each([
  ['Ikke hjemme', 'notHome'],
  ['Veien er sperret', 'blockedRoad'],
  ['Trenger to', 'needsTwo'],
] as const)(
  '«%s» says nothing of how she is, and can have been a while ago',
  async (label, outcome) => {
    const { bench, bodies, said } = aPhone(hers)
    const screen = await bench.draw(`/besok/${lie.id}`)

    await screen.getByRole('radio', { name: '−30 min' }).click()
    await screen.getByRole('button', { name: label }).click()

    await expect.poll(bodies).toEqual([{ kind: 'visitEnded', visit: key, outcome, word: null }])
    expect(said[0]?.at).toBe(plusMinutes(night, -30))
  },
)

test('what was done in part says what is left, in words', async () => {
  const { bench, bodies } = aPhone(hers)
  const screen = await bench.draw(`/besok/${lie.id}`)

  await screen.getByRole('button', { name: 'Delvis gjort' }).click()
  await screen.getByRole('button', { name: 'Lagre' }).click()
  await expect.element(screen.getByText('Skriv hva som er igjen.')).toBeVisible()
  await screen.getByLabelText('Hva er igjen?').fill('Medisinen')
  await screen.getByRole('button', { name: 'Lagre' }).click()

  await expect.poll(bodies).toMatchObject([
    { kind: 'visitEnded', outcome: 'partly', word: 'Medisinen' },
    { kind: 'contact', state: 'visited' },
  ])
})

test('who was not at home is still somebody’s visit, with time and signer', async () => {
  const { bench } = aPhone(() => ({
    others: [aVisitRow(lie, { state: stateOf({ holder: eva, ended: ended('notHome') }) })],
    ended: [aVisitRow(haugen, { state: { ...aVisitRow(haugen).state, ended: ended('done') } })],
  }))
  const screen = await bench.draw('/besok')

  await expect.element(screen.getByText(/Ikke hjemme .*, Eva Dahl · Hos Eva Dahl/)).toBeVisible()
  await screen.getByText('1 avsluttet').click()
  await expect.element(screen.getByText(/^Gjort .*, Eva Dahl$/)).toBeVisible()
})

test('who is not on this phone stands with the zone and whom to ask', async () => {
  const { bench } = aPhone(() => ({
    others: [
      aVisitRow(null, {
        elsewhere: {
          zone: { id: ZoneId.parse('sor-1'), name: 'Sør 1' },
          phone: '33 00 00 01',
          role: 'Ansvarsvakt',
        },
      }),
    ],
  }))
  const screen = await bench.draw('/besok')

  await expect.element(screen.getByText('Ikke på denne telefonen – sone Sør 1')).toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: 'Ansvarsvakt, tlf. 33 00 00 01' }))
    .toBeVisible()
})

test('an empty list says only that, and a visit that is gone is said to be gone', async () => {
  const { bench } = aPhone(() => ({}))
  const list = await bench.draw('/besok')
  await expect.element(list.getByText('Ingen besøk står på listen')).toBeVisible()
  expect(list.getByText(/Ta et av dem nedenfor/).query()).toBeNull()
  await list.unmount()

  const screen = await bench.draw(`/besok/${lie.id}`)

  await expect.element(screen.getByText('Besøket finnes ikke lenger')).toBeVisible()
})

import { expect, test } from 'vitest'
import { deviceKinds } from '#content/device-kinds.ts'
import { EntryId } from '#domain/base/ids.ts'
import { accepted, refused } from '#domain/base/result.ts'
import type { PersonFactBody } from '#domain/people/person-fact.ts'
import { LocalDate, LocalTime, plusMinutes } from '#domain/time/instant.ts'
import type { FactWriter, PersonSaying } from '#app/bridge/fact-writer.ts'
import type { IncidentQueries, PersonReading } from '#app/bridge/incident-queries.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import {
  aCountdown,
  aCountdownRow,
  aNamed,
  aPerson,
  facts,
  inOutage,
} from '../../../../support/an-outage.ts'
import { aContactFact, aPersonFact, eva } from '../../../../support/a-person-fact.ts'
import { aDevice } from '../../../../support/a-patient.ts'
import { night, openReading, pageBench } from '../../../../support/page-bench.tsx'

const elin = { name: 'Elin Moe', relation: 'Nabo', phone: '900 00 213', canLookIn: true }
const concentrator = aDevice({
  kind: 'oxygen-concentrator',
  reserve: 'Flaske',
  reserveMinutes: 240,
})
const somby = aNamed(3, 'Somby, Máret', {
  address: { street: 'Furuveien 12', postalCode: null, city: null, detail: '2. etasje' },
  nextOfKin: [elin],
  devices: [concentrator],
})
const row = aCountdownRow(somby, {
  minutes: 240,
  device: concentrator,
  facts: facts('Oksygenkonsentrator', { kind: 'reserve', text: 'Flaske', minutes: 240 }),
})
const evaAt = (minutes: number) => ({ at: plusMinutes(night, minutes), author: eva })
const calledAt = plusMinutes(night, -1)
const afterCall = `/bruker/${somby.id}/hendelse?ringt=${encodeURIComponent(calledAt)}&fra=tom-forst`

/** A phone on which Somby's screen stands; what is said on it is kept, and `answer` is what the worker answers. */
function aPhone(
  person: PersonReading | null = aPerson(somby, { rows: [row] }),
  more: Partial<IncidentQueries> = {},
  answer: FactWriter['sayOfPerson'] = afterAWhile,
) {
  const said: PersonSaying[] = []
  let reading = person
  const bench = pageBench({
    reader: { listDeviceKinds: () => Promise.resolve(openReading([...deviceKinds])) },
    facts: {
      sayOfPerson(saying) {
        said.push(saying)
        return answer(saying)
      },
    },
    incidents: inOutage({ person: () => Promise.resolve(openReading(reading)), ...more }),
  })
  return {
    bench,
    said,
    bodies: () => said.map(({ body }) => body),
    /** What the worker knows from then on. */
    now(next: PersonReading) {
      reading = next
      bench.services.device.reread()
    },
  }
}

/** As a worker that seals what is said. */
async function afterAWhile() {
  await new Promise((resolve) => setTimeout(resolve, 60))
  return accepted(EntryId.parse(crypto.randomUUID()))
}

function contact(state: 'spokenOk' | 'noAnswer' | 'needsVisit', minutes = 0) {
  return { shown: aContactFact({ patientId: somby.id, state, ...evaAt(minutes) }), beside: [] }
}

test('axe finds nothing after a call, by day and by night', async () => {
  const person = aPerson(somby, {
    rows: [{ ...row, redAfter: plusMinutes(night, -5) }],
    history: [aContactFact({ patientId: somby.id, state: 'noAnswer' })],
  })
  const { bench } = aPhone(person)
  const screen = await bench.draw(afterCall)
  await expect.element(screen.getByText(/Du ringte 03:11/)).toBeVisible()

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('back from the call it says what she asks, where she lives and who can look in', async () => {
  const { bench } = aPhone()
  const screen = await bench.draw(afterCall)

  await expect
    .element(screen.getByRole('heading', { name: 'Du ringte 03:11. Hvordan gikk det?' }))
    .toBeVisible()
  await expect.element(screen.getByText('Furuveien 12, 2. etasje')).toBeVisible()
  await expect.element(screen.getByRole('link', { name: 'Ring igjen' })).toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: 'Ring nabo' }))
    .toHaveAttribute('href', 'tel:+4790000213')
})

test.each([
  ['Snakket med – OK', 'spokenOk'],
  ['Svarer ikke', 'noAnswer'],
  ['Trenger besøk', 'needsVisit'],
] as const)('«%s» is one fact, however often it is pressed at once', async (label, state) => {
  const phone = aPhone()
  const screen = await phone.bench.draw(afterCall)

  await screen.getByRole('button', { name: label }).dblClick()

  await expect.element(screen.getByText(`Lagret: ${label}.`, { exact: false })).toBeVisible()
  expect(phone.bodies()).toEqual([{ kind: 'contact', patientId: somby.id, state, word: null }])
})

test('a press is taken back by its own name', async () => {
  const fact = EntryId.parse(crypto.randomUUID())
  const phone = aPhone(undefined, {}, () => Promise.resolve(accepted(fact)))
  const screen = await phone.bench.draw(afterCall)
  await screen.getByRole('button', { name: 'Svarer ikke' }).click()

  await screen.getByRole('button', { name: 'Angre', exact: true }).click()

  await expect.poll(() => phone.bodies().at(-1)).toEqual({ kind: 'undone', facts: [fact] })
  await expect.element(screen.getByText(/Lagret/)).not.toBeInTheDocument()
})

test('what was not stored is said to be so', async () => {
  const { bench } = aPhone(undefined, {}, () =>
    Promise.resolve(refused({ kind: 'storageFailed' } as const)),
  )
  const screen = await bench.draw(afterCall)

  await screen.getByRole('button', { name: 'Svarer ikke' }).click()

  await expect.element(screen.getByRole('alert')).toMatchTextContent(/Ingenting er lagret/)
})

test('when she has answered, the answer stands pressed and the next call is offered', async () => {
  const other = aCountdownRow(aNamed(4, 'Haugen, Per Arne'))
  const phone = aPhone(undefined, {
    countdown: () => Promise.resolve(openReading(aCountdown({ known: [row, other] }))),
  })
  const screen = await phone.bench.draw(afterCall)
  await expect.element(screen.getByRole('link', { name: 'Ring igjen' })).toBeVisible()

  phone.now(aPerson(somby, { rows: [row], contact: contact('spokenOk') }))

  await expect
    .element(screen.getByRole('button', { name: 'Snakket med – OK', pressed: true }))
    .toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: 'Ring neste: Haugen, Per Arne' }))
    .toHaveAttribute('href', 'tel:+4790000004')
  await expect.element(screen.getByRole('link', { name: 'Ring nabo' })).not.toBeInTheDocument()
})

test('an answer from before the call is no answer to it', async () => {
  const { bench } = aPhone(aPerson(somby, { contact: contact('spokenOk', -30) }))
  const screen = await bench.draw(afterCall)

  await expect
    .element(screen.getByRole('button', { name: 'Snakket med – OK', pressed: false }))
    .toBeVisible()
})

test('a new bottle asks how long it lasts, on keys, and says so from now on', async () => {
  const phone = aPhone()
  const screen = await phone.bench.draw(afterCall)

  await screen.getByRole('button', { name: 'Byttet flaske' }).click()
  await expect.element(screen.getByRole('button', { name: 'Som registrert, 4 t' })).toBeVisible()
  await screen.getByRole('button', { name: '6 t', exact: true }).click()

  await expect
    .poll(() => phone.bodies())
    .toEqual([finding({ batteryMinutes: 360, reserveMinutes: 0 })])
})

test('who does not know how long it lasts moves no deadline', async () => {
  const phone = aPhone()
  const screen = await phone.bench.draw(afterCall)

  await screen.getByRole('button', { name: 'Byttet flaske' }).click()
  await screen.getByRole('button', { name: 'Vet ikke' }).click()

  await expect
    .poll(() => phone.bodies())
    .toEqual([finding({ word: 'Byttet, ikke kjent hvor lenge den varer' })])
})

test('power, company and a move are one press each', async () => {
  const phone = aPhone()
  const screen = await phone.bench.draw(afterCall)

  await screen.getByRole('button', { name: 'Har strøm' }).click()
  await screen.getByRole('button', { name: 'Noen er der' }).click()
  await screen.getByRole('button', { name: 'Flyttet' }).click()

  const any = { poweredDeviceId: null }
  await expect
    .poll(() => phone.bodies())
    .toEqual([
      finding({ ...any, hasPower: true }),
      finding({ ...any, someoneThere: true }),
      { kind: 'contact', patientId: somby.id, state: 'moved', word: null },
    ])
})

test('earlier stands with who and when, and what was taken back is struck out', async () => {
  const wrong = aContactFact({ patientId: somby.id, state: 'spokenOk', ...evaAt(-10) })
  const { bench } = aPhone(
    aPerson(somby, {
      history: [
        aPersonFact({ kind: 'undone', facts: [wrong.entryId] }, evaAt(-9)),
        wrong,
        aContactFact({
          patientId: somby.id,
          state: 'noAnswer',
          ...evaAt(-20),
          clockAheadMinutes: 3,
        }),
      ],
    }),
  )
  const screen = await bench.draw(afterCall)

  await expect
    .element(screen.getByText('02:52 Svarer ikke – Eva Dahl (klokka på telefonen er rettet)'))
    .toBeVisible()
  await expect
    .element(screen.getByRole('listitem').filter({ hasText: '03:02 Snakket med – OK – Eva Dahl' }))
    .toMatchTextContent(/angret$/)
})

test('who is not on this phone is said to be elsewhere, with whom to ask', async () => {
  const { bench } = aPhone(null, {
    whereIs: () =>
      Promise.resolve(
        openReading({
          zone: { id: somby.zone, name: 'Sør 1' },
          phone: '33 00 00 01',
          role: 'Ansvarsvakt',
        }),
      ),
  })
  const screen = await bench.draw(afterCall)

  await expect.element(screen.getByText('Ikke på denne telefonen – sone Sør 1')).toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: 'Ansvarsvakt, tlf. 33 00 00 01' }))
    .toHaveAttribute('href', 'tel:+4733000001')
})

const withDispenser = aNamed(3, 'Somby, Máret', {
  doseTimes: ['08:00', '20:00'].map((at) => LocalTime.parse(at)),
})
const dose = {
  patientId: somby.id,
  line: null,
  on: '2026-11-22',
  slot: '20:00',
} as const

test('a dose that is not known here is never said not to be given, and is confirmed by one press', async () => {
  const phone = aPhone(aPerson(withDispenser))
  const screen = await phone.bench.draw(afterCall)

  await expect
    .element(screen.getByText(/Siste dose er ikke kjent på denne telefonen/))
    .toMatchTextContent(/Sjekk dispenser og rull/)
  await expect.element(screen.getByText(/ikke gitt/i)).not.toBeInTheDocument()
  await screen.getByRole('button', { name: 'Bekreft dose 20:00' }).click()

  await expect.poll(() => phone.bodies()).toEqual([{ kind: 'dose', dose, notGivenCode: null }])
})

test('a dose that somebody has confirmed warns, and stops nobody', async () => {
  const given = aDose()
  const phone = aPhone(
    aPerson(withDispenser, {
      doses: [{ key: given.body.dose, lastKnown: given, given: [given], isDoubled: false }],
    }),
  )
  const screen = await phone.bench.draw(afterCall)
  await expect
    .element(screen.getByText(/Sist bekreftet dose 20:00 av Eva Dahl, i går 20:12/))
    .toBeVisible()

  await screen.getByRole('button', { name: 'Bekreft dose 20:00' }).click()
  await expect.element(screen.getByText(/Er dette en dose til\?/)).toBeVisible()
  expect(phone.said).toEqual([])
  await screen.getByRole('button', { name: 'Ja, bekreft dose 20:00 en gang til' }).click()

  await expect.poll(() => phone.said.length).toBe(1)
})

test('a dose that two have confirmed stays red until somebody has looked into it', async () => {
  const given = aDose()
  const phone = aPhone(
    aPerson(withDispenser, {
      doses: [{ key: given.body.dose, lastKnown: given, given: [given, aDose()], isDoubled: true }],
    }),
  )
  const screen = await phone.bench.draw(afterCall)
  await expect
    .element(screen.getByRole('alert').filter({ hasText: 'Dose 20:00 er bekreftet av flere' }))
    .toBeVisible()

  await screen.getByRole('button', { name: 'Jeg har sett på det' }).click()

  await expect.poll(() => phone.bodies()).toEqual([{ kind: 'doseHandled', dose, word: null }])
})

function aDose() {
  const at = plusMinutes(night, -7 * 60)
  return aPersonFact({ kind: 'dose' as const, dose: doseKey(), notGivenCode: null }, { at })
}

function doseKey() {
  const [slot] = withDispenser.doseTimes.toReversed()
  if (slot === undefined) throw new Error('She has a dispenser.')
  return { ...dose, on: LocalDate.parse(dose.on), slot }
}

function finding(fields: object): PersonFactBody {
  return {
    kind: 'power',
    finding: {
      patientId: somby.id,
      poweredDeviceId: concentrator.id,
      batteryMinutes: null,
      reserveMinutes: null,
      hasPower: null,
      someoneThere: null,
      word: null,
      ...fields,
    },
  }
}

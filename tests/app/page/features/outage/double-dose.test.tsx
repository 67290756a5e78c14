import { expect, test } from 'vitest'
import { LocalDate, LocalTime, plusMinutes } from '#domain/time/instant.ts'
import { aNamed, aPerson } from '../../../../support/an-outage.ts'
import { aPersonFact } from '../../../../support/a-person-fact.ts'
import { night } from '../../../../support/page-bench.tsx'
import { afterCall, personPhone, somby } from '../../../../support/person-phone.ts'

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
  const phone = personPhone(aPerson(withDispenser))
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
  const phone = personPhone(
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
  const phone = personPhone(
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

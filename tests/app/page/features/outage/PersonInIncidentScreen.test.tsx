import { expect, test } from 'vitest'
import { EntryId } from '#domain/base/ids.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { aNamed, aPerson } from '../../../../support/an-outage.ts'
import { aContactFact, aPersonFact } from '../../../../support/a-person-fact.ts'
import { night, openReading } from '../../../../support/page-bench.tsx'
import {
  afterCall,
  evaAt,
  personPhone,
  somby,
  sombyFinding,
  sombyIs,
  sombyRow,
} from '../../../../support/person-phone.ts'

test('axe finds nothing after a call, by day and by night', async () => {
  const person = aPerson(somby, {
    rows: [{ ...sombyRow, redAfter: plusMinutes(night, -5) }],
    history: [aContactFact({ patientId: somby.id, state: 'noAnswer' })],
  })
  const { bench } = personPhone(person)
  const screen = await bench.draw(afterCall)
  await expect.element(screen.getByText(/Du ringte 03:11/)).toBeVisible()

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('back from the call it says what she asks, where she lives and who can look in', async () => {
  const { bench } = personPhone()
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
  const phone = personPhone()
  const screen = await phone.bench.draw(afterCall)

  await screen.getByRole('button', { name: label }).dblClick()

  await expect.element(screen.getByText(`Lagret: ${label}.`, { exact: false })).toBeVisible()
  expect(phone.bodies()).toEqual([{ kind: 'contact', patientId: somby.id, state, word: null }])
})

test('a press is taken back by its own name', async () => {
  const fact = EntryId.parse(crypto.randomUUID())
  const phone = personPhone(undefined, {}, () => Promise.resolve(accepted(fact)))
  const screen = await phone.bench.draw(afterCall)
  await screen.getByRole('button', { name: 'Svarer ikke' }).click()

  await screen.getByRole('button', { name: 'Angre', exact: true }).click()

  await expect.poll(() => phone.bodies().at(-1)).toEqual({ kind: 'undone', facts: [fact] })
  await expect.element(screen.getByText(/Lagret/)).not.toBeInTheDocument()
})

test('what was not stored is said to be so', async () => {
  const { bench } = personPhone(undefined, {}, () =>
    Promise.resolve(refused({ kind: 'storageFailed' } as const)),
  )
  const screen = await bench.draw(afterCall)

  await screen.getByRole('button', { name: 'Svarer ikke' }).click()

  await expect.element(screen.getByRole('alert')).toMatchTextContent(/Ingenting er lagret/)
})

test('when she has answered, the answer stands pressed and the next call is offered', async () => {
  const phone = personPhone(undefined, {
    nextOnList: () => Promise.resolve(openReading(aNamed(4, 'Haugen, Per Arne'))),
  })
  const screen = await phone.bench.draw(afterCall)
  await expect.element(screen.getByRole('link', { name: 'Ring igjen' })).toBeVisible()

  phone.now(aPerson(somby, { rows: [sombyRow], contact: sombyIs('spokenOk') }))

  await expect
    .element(screen.getByRole('button', { name: 'Snakket med – OK', pressed: true }))
    .toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: 'Ring neste: Haugen, Per Arne' }))
    .toHaveAttribute('href', 'tel:+4790000004')
  await expect.element(screen.getByRole('link', { name: 'Ring nabo' })).not.toBeInTheDocument()
})

test('an answer from before the call is no answer to it', async () => {
  const { bench } = personPhone(aPerson(somby, { contact: sombyIs('spokenOk', -30) }))
  const screen = await bench.draw(afterCall)

  await expect
    .element(screen.getByRole('button', { name: 'Snakket med – OK', pressed: false }))
    .toBeVisible()
})

test('a new bottle asks how long it lasts, on keys, and says so from now on', async () => {
  const phone = personPhone()
  const screen = await phone.bench.draw(afterCall)

  await screen.getByRole('button', { name: 'Byttet flaske' }).click()
  await expect.element(screen.getByRole('button', { name: 'Som registrert, 4 t' })).toBeVisible()
  await screen.getByRole('button', { name: '6 t', exact: true }).click()

  await expect
    .poll(() => phone.bodies())
    .toEqual([sombyFinding({ batteryMinutes: 360, reserveMinutes: 0 })])
})

test('who does not know how long it lasts moves no deadline', async () => {
  const phone = personPhone()
  const screen = await phone.bench.draw(afterCall)

  await screen.getByRole('button', { name: 'Byttet flaske' }).click()
  await screen.getByRole('button', { name: 'Vet ikke' }).click()

  await expect
    .poll(() => phone.bodies())
    .toEqual([sombyFinding({ word: 'Byttet, ikke kjent hvor lenge den varer' })])
})

test('another press is kept while the one before is still being sealed', async () => {
  const sealing: (() => void)[] = []
  const phone = personPhone(undefined, {}, async () => {
    await new Promise<void>((resolve) => sealing.push(resolve))
    return accepted(EntryId.parse(crypto.randomUUID()))
  })
  const screen = await phone.bench.draw(afterCall)

  await screen.getByRole('button', { name: 'Svarer ikke' }).click()
  await screen.getByRole('button', { name: 'Noen er der' }).click()
  expect(phone.bodies().length).toBe(1)
  for (const end of sealing) end()

  await expect.poll(() => phone.bodies().length).toBe(2)
  expect(phone.bodies()[1]).toEqual(sombyFinding({ poweredDeviceId: null, someoneThere: true }))
})

test('power, company and a move are one press each', async () => {
  const phone = personPhone()
  const screen = await phone.bench.draw(afterCall)

  await screen.getByRole('button', { name: 'Har strøm' }).click()
  await screen.getByRole('button', { name: 'Noen er der' }).click()
  await screen.getByRole('button', { name: 'Flyttet' }).click()

  const any = { poweredDeviceId: null }
  await expect
    .poll(() => phone.bodies())
    .toEqual([
      sombyFinding({ ...any, hasPower: true }),
      sombyFinding({ ...any, someoneThere: true }),
      { kind: 'contact', patientId: somby.id, state: 'moved', word: null },
    ])
})

test('earlier stands with who and when, and what was taken back is struck out', async () => {
  const wrong = aContactFact({ patientId: somby.id, state: 'spokenOk', ...evaAt(-10) })
  const { bench } = personPhone(
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
  const { bench } = personPhone(null, {
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

import { expect, onTestFinished, test, vi } from 'vitest'
import { deviceKinds } from '#content/device-kinds.ts'
import { MunicipalityContact } from '#domain/contacts/contact.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { CountdownReading } from '#app/bridge/incident-queries.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import {
  aCountdown,
  aCountdownRow,
  aNamed,
  facts,
  inOutage,
  lostAt,
} from '../../../../support/an-outage.ts'
import { aContactFact } from '../../../../support/a-person-fact.ts'
import { night, openReading, pageBench } from '../../../../support/page-bench.tsx'

const solbakken = aNamed(1, 'Solbakken, Aud')
const lie = aNamed(2, 'Lie, Torbjørn')
const vestre = aNamed(3, 'Vestre, Ingrid')

/** Red from 02:11 on. */
const respirator = aCountdownRow(solbakken, {
  minutes: 90,
  level: 'P1',
  redAfter: plusMinutes(lostAt, -30),
  facts: facts('Respirator, invasiv', { kind: 'battery', minutes: 90 }, { kind: 'noReserve' }),
})
const suction = aCountdownRow(lie, {
  minutes: 180,
  dueAt: plusMinutes(lostAt, 300),
  someoneThere: true,
  contact: {
    shown: aContactFact({ patientId: lie.id, state: 'spokenOk', at: plusMinutes(night, -7) }),
    beside: [aContactFact({ patientId: lie.id, state: 'noAnswer', at: plusMinutes(night, -90) })],
  },
})
const unknown = aCountdownRow(vestre, {
  minutes: null,
  level: 'P1',
  facts: facts('BiPAP', { kind: 'unknownBattery' }),
})

function aPhone(countdown: CountdownReading, contacts: MunicipalityContact[] = []) {
  let asked = 0
  let moment: Instant = night
  const bench = pageBench({
    reader: {
      listDeviceKinds: () => Promise.resolve(openReading([...deviceKinds])),
      listContacts: () => Promise.resolve(openReading(contacts)),
    },
    incidents: inOutage({
      now: () => Promise.resolve(moment),
      countdown() {
        asked++
        return Promise.resolve(openReading(countdown))
      },
    }),
  })
  bench.services.clock = { now: () => moment, offsetMinutes: () => 60 }
  return {
    bench,
    asked: () => asked,
    passMinutes(minutes: number) {
      moment = plusMinutes(moment, minutes)
    },
  }
}

test('axe finds nothing in the countdown, by day and by night', async () => {
  const { bench } = aPhone(aCountdown({ known: [respirator, suction], unknown: [unknown] }))
  const screen = await bench.draw('/tom-forst')
  await expect.element(screen.getByText('Solbakken, Aud')).toBeVisible()

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a row says when, who, with what, who is there, what was last heard, and calls', async () => {
  const { bench } = aPhone(aCountdown({ known: [suction] }))
  const screen = await bench.draw('/tom-forst')
  const row = screen.getByRole('listitem').filter({ hasText: 'Lie, Torbjørn' })

  // Help is needed at 07:41; the battery is empty at 05:41.
  await expect.element(row).toMatchTextContent(/07:41om 4 t 29/)
  await expect.element(row).toMatchTextContent(/tom 05:41/)
  await expect.element(row).toMatchTextContent(/noen er der/)
  await expect.element(row).toMatchTextContent(/Snakket med – OK 03:05, Eva/)
  await expect.element(row).toMatchTextContent(/også: Svarer ikke 01:42, Eva/)
  await expect
    .element(row.getByRole('link', { name: 'Ring Lie, Torbjørn, 900 00 002' }))
    .toHaveAttribute('href', 'tel:+4790000002')
})

test('P1 under two hours without reserve has the step of the card, and the nearest place with power', async () => {
  const { bench } = aPhone(aCountdown({ known: [respirator] }), [aPowerPoint(20), aPowerPoint(59)])
  const screen = await bench.draw('/tom-forst')
  const row = screen.getByRole('listitem').filter({ hasText: 'Solbakken, Aud' })

  await expect.element(row).toMatchTextContent(/AMK eller flytting nå/)
  await expect.element(row).toMatchTextContent(/Strøm på Soletunet, 20 min å kjøre/)
})

test('a place that is not reached before the battery is empty is not promised', async () => {
  const { bench } = aPhone(aCountdown({ known: [respirator] }), [aPowerPoint(60)])
  const screen = await bench.draw('/tom-forst')
  await expect.element(screen.getByText('AMK eller flytting nå')).toBeVisible()

  await expect.element(screen.getByText(/Soletunet/)).not.toBeInTheDocument()
})

test('an unknown battery stands below in a group of its own, and counts as none', async () => {
  const { bench } = aPhone(aCountdown({ known: [suction], unknown: [unknown] }))
  const screen = await bench.draw('/tom-forst')
  const group = screen.getByRole('list', { name: 'Batteritid ikke kjent' })

  await expect.element(group).toMatchTextContent(/–P1Vestre, IngridBiPAP/)
  await expect.element(group).toMatchTextContent(/Regnes som 0 t/)
  await expect
    .element(screen.getByRole('list', { name: 'Hjelp innen' }))
    .not.toMatchTextContent(/Vestre/)
})

test('the distance ticks, and a row turns red, without asking the worker again', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const soonRed = aCountdownRow(lie, { minutes: 155, redAfter: plusMinutes(lostAt, 35) })
  const phone = aPhone(aCountdown({ known: [soonRed] }))
  const screen = await phone.bench.draw('/tom-forst')
  await expect.element(screen.getByText('om 2 t 04')).toBeVisible()
  await expect.element(screen.getByText('AMK eller flytting nå')).not.toBeInTheDocument()
  const asked = phone.asked()

  phone.passMinutes(5)
  vi.advanceTimersByTime(10_000)

  await expect.element(screen.getByText('om 1 t 59')).toBeVisible()
  await expect.element(screen.getByText('AMK eller flytting nå')).toBeVisible()
  expect(phone.asked()).toBe(asked)
})

test('who has power, and who is elsewhere, is folded and not gone', async () => {
  const { bench } = aPhone(
    aCountdown({ known: [suction], withPower: [aNamed(8, 'Berg, Anna')], elsewhere: [vestre] }),
  )
  const screen = await bench.draw('/tom-forst')

  await screen.getByText('1 har strøm, og telles ikke ned').click()
  await expect.element(screen.getByRole('link', { name: 'Berg, Anna' })).toBeVisible()
  await screen.getByText('1 er flyttet, overført eller død, og telles ikke ned').click()
  await expect.element(screen.getByRole('link', { name: 'Vestre, Ingrid' })).toBeVisible()
})

test('of ten thousand the first hundred are drawn, and the next on request', async () => {
  const rows = Array.from({ length: 100 }, (_, n) => aCountdownRow(aNamed(n, `Bruker ${n}`)))
  const total = { known: 10_000, unknown: 0, people: 10_000, red: 0, withPower: 0, elsewhere: 0 }
  const { bench, asked } = aPhone({ ...aCountdown({ known: rows }), total })
  const screen = await bench.draw('/tom-forst')
  await expect.element(screen.getByText('10000 brukere')).toBeVisible()
  const before = asked()

  await screen.getByRole('button', { name: 'Vis 100 til' }).click()

  await expect.poll(() => asked()).toBeGreaterThan(before)
})

test('nobody with such a device is said to be nobody, and no incident to be none', async () => {
  const { bench } = aPhone(aCountdown({}))
  const empty = await bench.draw('/tom-forst')
  await expect
    .element(empty.getByText('Ingen i området trenger strøm for liv og helse'))
    .toBeVisible()
  await empty.unmount()

  const quiet = pageBench({
    incidents: inOutage({}, { incidents: [] }),
  })
  const screen = await quiet.draw('/tom-forst')

  await expect.element(screen.getByText('Ingen hendelse pågår')).toBeVisible()
})

function aPowerPoint(minutes: number): MunicipalityContact {
  return MunicipalityContact.parse({
    id: `power-${minutes}`,
    group: 'own',
    role: 'Lading og trygghetspunkt',
    name: 'Soletunet',
    numbers: [],
    reserve: null,
    lastCheckedOn: null,
    powerPoint: { hours: null, drivenBy: null, driveMinutes: [{ zone: 'nord-2', minutes }] },
  })
}

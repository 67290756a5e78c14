import { deviceKinds } from '#content/device-kinds.ts'
import { EntryId } from '#domain/base/ids.ts'
import { accepted } from '#domain/base/result.ts'
import type { PersonFactBody } from '#domain/people/person-fact.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import type { FactWriter, PersonSaying } from '#app/bridge/fact-writer.ts'
import type { IncidentQueries, PersonReading } from '#app/bridge/incident-queries.ts'
import { aCountdownRow, aNamed, aPerson, facts, inOutage } from './an-outage.ts'
import { aContactFact, eva } from './a-person-fact.ts'
import { aDevice } from './a-patient.ts'
import { night, openReading, pageBench } from './page-bench.tsx'

const elin = { name: 'Elin Moe', relation: 'Nabo', phone: '900 00 213', canLookIn: true }
const concentrator = aDevice({
  kind: 'oxygen-concentrator',
  reserve: 'Flaske',
  reserveMinutes: 240,
})
export const somby = aNamed(3, 'Somby, Máret', {
  address: { street: 'Furuveien 12', postalCode: null, city: null, detail: '2. etasje' },
  nextOfKin: [elin],
  devices: [concentrator],
})
export const sombyRow = aCountdownRow(somby, {
  minutes: 240,
  device: concentrator,
  facts: facts('Oksygenkonsentrator', { kind: 'reserve', text: 'Flaske', minutes: 240 }),
})
export const evaAt = (minutes: number) => ({ at: plusMinutes(night, minutes), author: eva })
const calledAt = plusMinutes(night, -1)
/** Where she comes back to after having rung at 03:11. */
export const afterCall = `/bruker/${somby.id}/hendelse?ringt=${encodeURIComponent(calledAt)}&fra=tom-forst`

/** A phone on which Somby's screen stands; what is said on it is kept, and `answer` is what the worker answers. */
export function personPhone(
  person: PersonReading | null = aPerson(somby, { rows: [sombyRow] }),
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

export function sombyIs(state: 'spokenOk' | 'noAnswer' | 'needsVisit', minutes = 0) {
  return { shown: aContactFact({ patientId: somby.id, state, ...evaAt(minutes) }), beside: [] }
}

export function sombyFinding(fields: object): PersonFactBody {
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

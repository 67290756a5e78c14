import type { EmployeeId, EntryId, PatientId } from '#domain/base/ids.ts'
import { dealShares } from '#domain/people/call-shares.ts'
import { peopleLedger } from '#domain/people/people-ledger.ts'
import { patientsToCall } from '#domain/people/patients-to-call.ts'
import type { CallShares, PersonFact } from '#domain/people/person-fact.ts'
import { type Instant, instantFromMilliseconds } from '#domain/time/instant.ts'
import type { CallingAblation } from './calling-ablations.ts'
import type { CallingPhone } from './calling-phone.ts'
import { simZone } from './sim-people.ts'

export type CallAnswer = {
  shares: CallShares
  facts: readonly PersonFact[]
  all: readonly PatientId[]
}

/** Takes marks, and deals the patients whom nobody has reached. */
export function createCallServer(patients: readonly PatientId[], without: CallingAblation | null) {
  const facts = new Map<EntryId, PersonFact>()
  const ledger = peopleLedger()
  const heard = new Map<CallingPhone, number>()
  const moves = new Map<string, number>()
  let shares: CallShares | null = null
  let holders: ReadonlyMap<PatientId, EmployeeId> = new Map()
  let waiting: readonly PatientId[] | null = null

  const waitingNow = () => {
    if (waiting !== null) return waiting
    const { contacts } = ledger.add([])
    const rows = patients.map((id) => ({
      patient: { id },
      state: contacts.get(id)?.shown.body.state ?? ('notContacted' as const),
    }))
    waiting = patientsToCall(rows)
    return waiting
  }
  const take = (phone: CallingPhone, now: number) => {
    heard.set(phone, now)
    for (const fact of phone.unsent.splice(0)) {
      const received = { ...fact, receivedAt: at(now) }
      facts.set(fact.entryId, received)
      ledger.add([received])
      waiting = null
    }
  }
  const deal = (now: number): CallShares => {
    const callers = [...heard].map(([{ person }, heardAt]) => ({
      person,
      lastHeardAt: without === 'silence' ? at(now) : at(heardAt),
      isCalling: true,
    }))
    const round = { zone: simZone, list: 'safetyAlarm' as const, callers, now: at(now) }
    const before = without === 'acknowledgement' ? null : shares
    return dealShares(before, { ...round, waiting: waitingNow() })
  }

  return {
    hear(phone: CallingPhone, now: number): CallAnswer {
      take(phone, now)
      shares = deal(now)
      const before = holders
      holders = new Map(shares.shares.map((share) => [share.patientId, share.caller.employeeId]))
      for (const [patientId, holder] of holders) {
        if (before.get(patientId) !== holder) moves.set(`${patientId} ${holder}`, now)
      }
      return { shares, facts: [...facts.values()], all: patients }
    },
    /** When the patient was last given to that caller. */
    movedTo: (patientId: PatientId, phone: CallingPhone | undefined): number | null =>
      moves.get(`${patientId} ${phone?.person.employeeId}`) ?? null,
    isDone: () => heard.size > 0 && waitingNow().length === 0,
  }
}

function at(minutes: number): Instant {
  return instantFromMilliseconds(Math.round(minutes * 60_000))
}

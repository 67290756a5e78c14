import { DeviceId, EmployeeId, EntryId, IncidentId, type PatientId } from '#domain/base/ids.ts'
import { peopleLedger } from '#domain/people/people-ledger.ts'
import { type OwnCall, ownShare } from '#domain/people/own-share.ts'
import type { CallShares, ContactState, PersonFact } from '#domain/people/person-fact.ts'
import { nextHlc, type Hlc } from '#domain/time/hlc.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import type { Random } from '../random.ts'
import type { CallingAblation } from './calling-ablations.ts'
import type { CallAnswer } from './calling-server.ts'
import { simZone } from './sim-people.ts'

/** One call, as it really was. */
export type Call = {
  patientId: PatientId
  phone: number
  from: number
  /** What her phone told the caller before she rang. */
  isWarned: boolean
  /** The marks of the patient that her phone had. */
  known: ReadonlySet<EntryId>
  mark: EntryId
}

export type CallingPhone = ReturnType<typeof createCallingPhone>

const incident = IncidentId.parse('1c000000-0000-4000-8000-000000000001')

/** Somebody who rings people, with a phone that is in contact or not. Minutes are the real ones. */
export function createCallingPhone(index: number, random: Random, without: CallingAblation | null) {
  const person = { employeeId: EmployeeId.parse(random.uuid()), name: `Ansatt ${index}` }
  const deviceId = DeviceId.parse(random.uuid())
  const facts = new Map<EntryId, PersonFact>()
  const unsent: PersonFact[] = []
  let shares: CallShares | null = null
  let all: readonly PatientId[] = []
  let hlc: Hlc | null = null
  let n = 0
  /** Of the last request that was answered. */
  let sentAt = Number.NEGATIVE_INFINITY
  let answeredAt = Number.NEGATIVE_INFINITY

  const ledger = peopleLedger()
  let { contacts } = ledger.add([])
  const silentMinutes = (now: number) => {
    if (without === 'silentPhone') return 0
    return now - (without === 'sentAt' ? answeredAt : sentAt)
  }
  const calls = (now: number): OwnCall[] => {
    if (shares === null) return []
    const own = ownShare(shares, person.employeeId, silentMinutes(now))
    if (without !== 'lastShare' || silentMinutes(now) < 5) return own
    const mine = new Set(own.map(({ patientId }) => patientId))
    const others = all.filter((patientId) => !mine.has(patientId))
    return [
      ...own,
      ...others.map((patientId) => ({
        patientId,
        mayHaveCalled: null,
        mayBeCalledByOthers: false,
      })),
    ]
  }

  return {
    index,
    person,
    facts,
    unsent,
    /** When she is done with the call that she is on. */
    busyUntil: 0,
    /** Answers null when there is nobody to ring. */
    next(now: number): OwnCall | null {
      const known = contacts
      return (
        calls(now).find(({ patientId }) => {
          const shown = known.get(patientId)?.shown
          if (shown === undefined) return true
          const isRetry = shown.body.state === 'noAnswer'
          return isRetry && now - Date.parse(shown.at) / 60_000 >= 10
        }) ?? null
      )
    },
    call({ patientId, mayHaveCalled, mayBeCalledByOthers }: OwnCall, now: number): Call {
      const before = contacts.get(patientId)
      const known = new Set(
        [...facts.values()]
          .filter(({ body }) => body.kind === 'contact' && body.patientId === patientId)
          .map(({ entryId }) => entryId),
      )
      this.busyUntil = now + random.between(1, 4)
      const isAnswered = random.chance(0.75)
      const unanswered: ContactState = before === undefined ? 'noAnswer' : 'needsVisit'
      const state: ContactState = isAnswered ? 'spokenOk' : unanswered
      const at = instantFromMilliseconds(Math.round(this.busyUntil * 60_000))
      n += 1
      hlc = nextHlc(hlc, Date.parse(at))
      const fact: PersonFact = {
        at,
        isTyped: false,
        replaces:
          before === undefined ? [] : [before.shown, ...before.beside].map((own) => own.entryId),
        entryId: EntryId.parse(random.uuid()),
        incident,
        deviceId,
        n,
        hlc,
        author: { ...person, title: null, hprNumber: null },
        writtenAt: at,
        receivedAt: null,
        clockAheadMinutes: 0,
        zone: simZone,
        body: { kind: 'contact', patientId, state, word: null },
      }
      facts.set(fact.entryId, fact)
      contacts = ledger.add([fact]).contacts
      unsent.push(fact)
      const isWarned =
        mayBeCalledByOthers || (mayHaveCalled !== null && without !== 'mayHaveCalled')
      return { patientId, phone: index, from: now, isWarned, known, mark: fact.entryId }
    },
    answer(answer: CallAnswer, times: { sentAt: number; answeredAt: number }) {
      shares = answer.shares
      all = answer.all
      const news = answer.facts.filter((fact) => facts.get(fact.entryId) !== fact)
      for (const fact of news) facts.set(fact.entryId, fact)
      contacts = ledger.add(news).contacts
      sentAt = times.sentAt
      answeredAt = times.answeredAt
    },
  }
}

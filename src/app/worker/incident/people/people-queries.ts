import type { IncidentBoard, IncidentQueries } from '#app/bridge/incident-queries.ts'
import { mapReading, type Reading, withOptional } from '#app/bridge/reading.ts'
import type { EmployeeId, PatientId } from '#domain/base/ids.ts'
import { mayLackPower } from '#domain/people/counting/may-lack-power.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { nextToCall as nextOnList } from '#domain/people/calls/next-to-call.ts'
import type { ContactList, ContactRow } from '#domain/people/contact-list.ts'
import { callingFacts } from '#domain/people/callers.ts'
import type { CallShares, PersonFact } from '#domain/people/person-fact.ts'
import { plannedVisits } from '#domain/people/visits/planned-visits.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { DeviceLists } from '../../lists/device-lists.ts'
import { contactReading, keptContactList } from './contact-rows.ts'
import { type Counted, countdownReading, keptCountdown } from './countdown-rows.ts'
import { dealtCalls } from './dealt-calls.ts'
import { elsewhereOf, zoneSaidOf } from './elsewhere.ts'
import type { ReadWhomToAsk } from './read-whom-to-ask.ts'
import type { IncidentGround, ReadGround } from '../model/incident-ground.ts'
import type { ReadKnown } from '../model/incident-model.ts'
import { keptLast } from '../../lists/kept.ts'
import { nextToCall } from './next-to-call.ts'
import { personReading } from './person-reading.ts'
import { powerDeadlinesOf } from './visit-due.ts'
import { visitsReading } from './visit-rows.ts'

type Services = {
  vault: Pick<Vault, 'access'>
  lists: DeviceLists
  readKnown: ReadKnown
  read: ReadGround
  readWhomToAsk: ReadWhomToAsk
  /** For how long the server has not heard from this phone. */
  silentMinutes(): number
}

/** An incident's people: who runs empty, who is to be reached, who is visited. */
export function peopleQueries(services: Services) {
  const { vault, lists, readKnown, read, readWhomToAsk, silentMinutes } = services
  const count = keptCountdown()
  const sortContacts = keptContactList()
  const saysThatSheCalls = keptLast(isCalling)

  function counted({ ground, incident, people, away, now }: IncidentGround): Counted {
    return count(ground, { incident, people, away: new Set(away.keys()), now })
  }

  function contactsOf({ ground, incident, people, now }: IncidentGround): ContactList {
    return sortContacts(ground, { incident, people, now })
  }

  const queries: Pick<
    IncidentQueries,
    'countdown' | 'contactList' | 'nextOnList' | 'visits' | 'person' | 'whereIs'
  > = {
    async countdown(id, zone, maxRows) {
      return mapReading(await read(id, zone), (known) => countdownReading(counted(known), maxRows))
    },

    async contactList(id, asked, zone, maxRows = Number.POSITIVE_INFINITY) {
      const list = asked === 'all' ? null : asked
      const [reading, dealt, unlocked] = await Promise.all([
        read(id, zone),
        lists.listCallShares(zone),
        vault.access.findUnlocked(),
      ])
      if (unlocked === null) return { kind: 'locked' }
      const shares = sharesOf(dealt, list)
      const me = unlocked.employeeId
      return mapReading(withOptional(reading, dealt), (known) =>
        contactReading(contactsOf(known), {
          away: known.away,
          list,
          maxRows,
          ground: known.ground,
          calling: { me, shares, silentMinutes: silentMinutes() },
          isCalling: saysThatSheCalls(known.facts, asked ?? 'all', me),
        }),
      )
    },

    async nextOnList(id, list, zone) {
      const [reading, dealt, unlocked] = await Promise.all([
        read(id, zone),
        lists.listCallShares(zone),
        vault.access.findUnlocked(),
      ])
      if (unlocked === null) return { kind: 'locked' }
      return mapReading(withOptional(reading, dealt), (known) => {
        if (list === 'countdown') {
          const { countdown } = counted(known)
          return nextOnList([...countdown.known, ...countdown.unknown], known.now)?.patient ?? null
        }
        const shares = sharesOf(dealt, list)
        const isHome = ({ patient }: ContactRow) => !known.away.has(patient.id)
        const rows = contactsOf(known).rows.filter((row) => isOn(row, list) && isHome(row))
        const calls = dealtCalls(rows, { me: unlocked.employeeId, shares, silentMinutes: 0 })
        const undealt = calls.others.filter(({ patient }) => calls.shareOf(patient.id) === null)
        const next = [calls.mine, undealt]
          .map((some) => nextOnList(some.map(toCallable), known.now))
          .find((found) => found !== null)
        return next?.patient ?? null
      })
    },

    async visits(id, zone) {
      const [reading, workLists, by, unlocked] = await Promise.all([
        read(id, null),
        lists.listWorkLists(zone),
        readWhomToAsk(),
        vault.access.findUnlocked(),
      ])
      if (unlocked === null) return { kind: 'locked' }
      return mapReading(withOptional(reading, workLists), (known) => {
        const { ground, incident, people, now } = known
        return visitsReading({
          incident,
          people,
          now,
          zone,
          me: unlocked.employeeId,
          patientsById: patientsById(ground.patients),
          planned: plannedVisits(workLists.kind === 'open' ? workLists.value : [], now),
          due: { powerDueAt: powerDeadlinesOf(counted(known)), now },
          elsewhere: (of) => elsewhereOf(of, by),
          collator: ground.collator,
        })
      })
    },

    async person(id, patientId) {
      return mapReading(await read(id, null), (known) => {
        const patient = known.ground.patients.find((one) => one.id === patientId)
        return patient === undefined ? null : personReading(patient, counted(known), known.facts)
      })
    },

    async whereIs(patientId) {
      const [patients, said, by] = await Promise.all([
        lists.listPatients(null),
        readKnown(),
        readWhomToAsk(),
      ])
      const isHere = patients.kind === 'open' && patients.value.some(({ id }) => id === patientId)
      return mapReading(said, ({ people }) =>
        isHere ? null : elsewhereOf(zoneSaidOf(patientId, people), by),
      )
    },
  }

  return {
    ...queries,

    /** Of all screens the first: who runs empty first, how many nobody has reached, and whom to call next. */
    async glance(
      id: Parameters<IncidentQueries['board']>[0],
      zone: Parameters<IncidentQueries['board']>[2],
      maxRows: number,
    ): Promise<Reading<PeopleGlance>> {
      const [reading, dealt, unlocked] = await Promise.all([
        read(id, zone),
        lists.listCallShares(zone),
        vault.access.findUnlocked(),
      ])
      if (unlocked === null) return { kind: 'locked' }
      return mapReading(withOptional(reading, dealt), (known) => {
        const count = counted(known)
        const contacts = contactsOf(known)
        const calls = { me: unlocked.employeeId, shares: sharesOf(dealt, null), silentMinutes: 0 }
        return {
          emptyFirst: mayLackPower(known.incident) ? countdownReading(count, maxRows) : noCountdown,
          contact: { people: contacts.all, notReached: contacts.left },
          next: nextToCall(
            dealtCalls(contacts.rows, calls).mine.filter(
              ({ patient }) => !known.away.has(patient.id),
            ),
            count.countdown,
          ),
        }
      })
    },
  }
}

type PeopleGlance = Pick<IncidentBoard, 'emptyFirst' | 'contact' | 'next'>

const noCountdown: IncidentBoard['emptyFirst'] = {
  known: [],
  unknown: [],
  withPower: [],
  elsewhere: [],
  total: { known: 0, unknown: 0, people: 0, red: 0, withPower: 0, elsewhere: 0 },
}

/** For a role without patients. */
export const noGlance: PeopleGlance = {
  emptyFirst: noCountdown,
  contact: { people: 0, notReached: 0 },
  next: null,
}

function sharesOf(dealt: Reading<CallShares[]>, list: PatientListKind | null): CallShares[] {
  return dealt.kind === 'open'
    ? dealt.value.filter((shares) => list === null || shares.list === list)
    : []
}

function isOn({ lists }: ContactRow, list: PatientListKind): boolean {
  return lists.some((one) => one === list)
}

function toCallable({ patient, standing }: ContactRow) {
  return { patient, contact: standing }
}

function isCalling(facts: readonly PersonFact[], list: PatientListKind, me: EmployeeId): boolean {
  const said = facts.filter(({ body }) => body.kind === 'calling' || body.kind === 'undone')
  return callingFacts(said, list).get(me)?.body.isCalling ?? false
}

function patientsById(patients: readonly Patient[]): ReadonlyMap<PatientId, Patient> {
  return new Map(patients.map((patient) => [patient.id, patient]))
}

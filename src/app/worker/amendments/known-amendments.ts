import type { AmendmentsReading } from '#app/bridge/device-queries.ts'
import { mapReading, type Reading, withOptional } from '#app/bridge/reading.ts'
import type { Amendment, ProtectedAmendment } from '#domain/amendments/amendment.ts'
import { shownAway } from '#domain/amendments/by-patient.ts'
import { besideLists } from '#domain/amendments/shown-amendments.ts'
import {
  type Away,
  replacedAmendments,
  standingAmendments,
  uncorrected,
} from '#domain/amendments/standing-amendments.ts'
import { grouped } from '#domain/base/grouped.ts'
import type { PatientId, ZoneId } from '#domain/base/ids.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import { type Instant, plusMinutes, startOfMinute } from '#domain/time/instant.ts'
import type { OwnEntry } from '#domain/vault/entry-repository.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { DeviceLists } from '../lists/device-lists.ts'
import { keptArray, keptLast } from '../lists/kept.ts'
import { addressClasses, ownAmendments, withOwn } from './own-amendments.ts'

type Services = { vault: Pick<Vault, 'ownFacts'>; lists: DeviceLists; clock: DeviceClock }

export type KnownAmendments = ReturnType<typeof knownAmendments>

/**
 * Reads what lies on top of the lists, the employee's own before the server has it. What her role has not of the class
 * `details` is not in it. It is made anew when something on the phone has changed, and each minute: something may begin.
 */
export function knownAmendments({ vault, lists, clock }: Services) {
  const keptPatients = keptArray<Patient>()
  const keptDetails = keptArray<PatientDetails>()
  const keptAmendments = keptArray<Amendment>()
  const keptOpen = keptArray<Amendment>()
  const make = keptLast(makeReading)
  const makeAway = keptLast(awayAmong)
  const makeSearchTexts = keptLast(searchTextsAmong)

  async function amendments(): Promise<Reading<AmendmentsReading>> {
    const [patients, details, open, ofDetails, entries] = await Promise.all([
      lists.listPatients(null),
      lists.listDetails(null),
      lists.listAmendments(null),
      lists.listDetailsAmendments(null),
      vault.ownFacts.list(),
    ])
    if (!entries.ok) return { kind: 'locked' }
    return mapReading(withOptional(withOptional(patients, open), ofDetails), (all) =>
      make(
        keptPatients(all),
        keptDetails(valuesOf(details)),
        keptAmendments([...valuesOf(open), ...valuesOf(ofDetails)]),
        entries.value,
        minuteAfter(clock.now()),
      ),
    )
  }

  /** What is made of the class `critical` and the employee's own alone; null while these cannot be read. */
  async function makeOfOpen<Value>(makeValue: FromOpen<Value>): Promise<Value | null> {
    const [patients, open, entries] = await Promise.all([
      lists.listPatients(null),
      lists.listAmendments(null),
      vault.ownFacts.list(),
    ])
    if (patients.kind !== 'open' || !entries.ok) return null
    const now = minuteAfter(clock.now())
    return makeValue(keptPatients(patients.value), keptOpen(valuesOf(open)), entries.value, now)
  }

  return {
    amendments,

    /**
     * Who is not at home, as far as anybody has signed since the lists were made. All that says so is of the class
     * `critical`: the lists of an incident do not wait until the sheets of ten thousand patients are opened.
     */
    async readAway(): Promise<ReadonlyMap<PatientId, Away>> {
      return (await makeOfOpen(makeAway)) ?? nobody
    },

    /** By what more a patient is found than what the list says: where she has moved, and whom one may ring now. */
    async readSearchTexts(): Promise<ReadonlyMap<PatientId, string>> {
      return (await makeOfOpen(makeSearchTexts)) ?? nothing
    },

    /** The protected parts in a zone, for a role that has these; her own are shown to no other. */
    async listHidden(zone: ZoneId): Promise<Reading<ProtectedAmendment[]>> {
      const [hidden, patients, entries] = await Promise.all([
        lists.listProtectedAmendments(zone),
        lists.listPatients(zone),
        vault.ownFacts.list(),
      ])
      if (!entries.ok) return { kind: 'locked' }
      return mapReading(hidden, (received) => {
        const known = new Set(received.map(({ entryId }) => entryId))
        const classes = addressClasses([...valuesOf(patients)])
        const own = ownAmendments(entries.value, classes, clock.now()).hidden
        return [...received, ...own.filter(({ entryId }) => !known.has(entryId))]
      })
    },
  }
}

type FromOpen<Value> = (
  patients: readonly Patient[],
  received: readonly Amendment[],
  entries: readonly OwnEntry[],
  now: Instant,
) => Value

const nobody: ReadonlyMap<PatientId, Away> = new Map()
const nothing: ReadonlyMap<PatientId, string> = new Map()

function makeReading(
  patients: readonly Patient[],
  details: readonly PatientDetails[],
  received: readonly Amendment[],
  entries: readonly OwnEntry[],
  now: Instant,
): AmendmentsReading {
  const own = ownAmendments(entries, addressClasses(patients), now)
  const all = withOwn(received, own.amendments)
  const shown = besideLists(patients, details, now)
  return {
    standing: shown(standingAmendments(all, now)),
    replaced: shown(replacedAmendments(all, now)),
    contradicted: shown(uncorrected(all).filter(({ outcome }) => outcome?.kind === 'contradicted')),
  }
}

function awayAmong(
  patients: readonly Patient[],
  received: readonly Amendment[],
  entries: readonly OwnEntry[],
  now: Instant,
): ReadonlyMap<PatientId, Away> {
  const { standing } = makeReading(patients, [], received, entries, now)
  const byPatient = grouped(standing, ({ amendment }) => amendment.patientId)
  return new Map(
    [...byPatient].flatMap(([id, about]) => {
      const away = shownAway(about)
      return away === null ? [] : [[id, away] as const]
    }),
  )
}

/** The end of the running minute: what is signed as of now has begun, and the answer stands for a minute. */
function minuteAfter(now: Instant): Instant {
  return plusMinutes(startOfMinute(now), 1)
}

function valuesOf<Value>(reading: Reading<Value[]>): readonly Value[] {
  return reading.kind === 'open' ? reading.value : []
}

const searchTextsAmong: FromOpen<ReadonlyMap<PatientId, string>> = (...known) => {
  const [patients, received, entries, now] = known
  const { standing } = makeReading(patients, [], received, entries, now)
  const byPatient = grouped(standing, ({ amendment }) => amendment.patientId)
  return new Map(
    [...byPatient].flatMap(([id, about]) => {
      const texts = about.flatMap(({ amendment }) => searchTextOf(amendment) ?? [])
      return texts.length === 0 ? [] : [[id, texts.join(' ')] as const]
    }),
  )
}

/** A number is one word, however it was spaced. */
function searchTextOf({ body }: Amendment): string | null {
  const text =
    body.kind === 'moved'
      ? body.address
      : body.kind === 'nextOfKin'
        ? `${body.name} ${body.phone ?? ''}`
        : null
  return text?.replaceAll(/\d[\d ]{6,}\d/g, (number) => number.replaceAll(' ', '')) ?? null
}

import { mapReading, type Reading, withOptional } from '#app/bridge/reading.ts'
import type { NewPatient, NewPatientQueries } from '#app/bridge/new-patients.ts'
import type { DeviceQueries } from '#app/bridge/device-queries.ts'
import { grouped } from '#domain/base/grouped.ts'
import { compareNamesAndIds, norwegianCollator } from '#domain/lists/name-order.ts'
import { type PatientLink, standingDecisions } from '#domain/new-patients/patient-link.ts'
import { matchFinder } from '#domain/new-patients/propose-matches.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { ProtectedDetails } from '#domain/patient/protected-details.ts'
import { readTemporaryNumber, temporaryNumber } from '#domain/patient/temporary-number.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { DeviceLists } from '../lists/device-lists.ts'
import type { KnownJoined } from './with-joined.ts'

/** What is asked of temporary patients. `lists` have them all, joined or not. */
export function newPatientQueries(
  lists: DeviceLists,
  { joined }: Pick<KnownJoined, 'joined'>,
): NewPatientQueries {
  const collator = norwegianCollator()
  return {
    async newPatients() {
      const [patients, details, hidden, links] = await Promise.all([
        lists.listPatients(null),
        lists.listDetails(null),
        lists.listProtected(null),
        lists.listPatientLinks(null),
      ])
      return mapReading(withOptional(patients, details), (all) => {
        if (all.every(({ temporary }) => temporary === undefined)) return []
        const records = recordsOf(all, valuesOf(details), valuesOf(hidden))
        return newPatientsOf(records, valuesOf(links)).toSorted(
          (a, b) =>
            Number(isDecided(a)) - Number(isDecided(b)) ||
            compareNamesAndIds(a.temporary, b.temporary, collator),
        )
      })
    },

    async joinedTo(id) {
      return [...(await joined())].flatMap(([temporaryId, decision]) =>
        decision.patientId === id ? [{ temporaryId, decision }] : [],
      )
    },
  }
}

function newPatientsOf(
  records: readonly RosterRecord[],
  links: readonly PatientLink[],
): NewPatient[] {
  const find = matchFinder(records)
  const linksById = grouped(links, ({ temporaryId }) => temporaryId)
  const byId = new Map(records.map(({ patient }) => [patient.id, patient]))
  return records
    .filter(({ patient }) => patient.temporary !== undefined)
    .map((record) => {
      const copies = linksById.get(record.patient.id) ?? []
      const standing = standingDecisions(copies.flatMap(({ decisions }) => decisions))
      const decided = new Set(standing.map(({ patientId }) => patientId))
      return {
        temporary: record.patient,
        proposals: find(record).filter(({ patient }) => !decided.has(patient.id)),
        decisions: standing.map((decision) => ({
          decision,
          patient: byId.get(decision.patientId) ?? null,
        })),
      }
    })
}

function isDecided({ decisions }: NewPatient): boolean {
  return decisions.some(({ decision }) => decision.kind === 'same')
}

function recordsOf(
  patients: readonly Patient[],
  details: readonly PatientDetails[],
  hidden: readonly ProtectedDetails[],
): RosterRecord[] {
  const detailsById = new Map(details.map((one) => [one.patientId, one]))
  const hiddenById = new Map(hidden.map((one) => [one.patientId, one]))
  return patients.map((patient) => ({
    patient,
    details: detailsById.get(patient.id) ?? noDetails(patient),
    protectedDetails: hiddenById.get(patient.id) ?? null,
  }))
}

function noDetails({ id, asOf }: Patient): PatientDetails {
  return {
    patientId: id,
    personalNumber: null,
    gender: null,
    diagnoses: [],
    resuscitation: null,
    nutrition: null,
    pharmacy: null,
    medications: [],
    medicationsReviewedOn: null,
    asOf,
  }
}

/** A search that finds the list's patient by the temporary number that she had, too. */
export function searchWithFormerNumbers(
  search: DeviceQueries['searchPatients'],
  { joined, lists }: Pick<KnownJoined, 'joined' | 'lists'>,
): DeviceQueries['searchPatients'] {
  return async (text, zone) => {
    const reading = await search(text, zone)
    const number = readTemporaryNumber(text)
    if (number === null) return reading
    const had = [...(await joined())].find(([id]) => temporaryNumber(id) === number)
    if (had === undefined) return reading
    const patients = valuesOf(await lists.listPatients(zone))
    const found = patients.filter(({ id }) => id === had[1].patientId)
    return mapReading(reading, (hits) => [...found, ...hits])
  }
}

function valuesOf<Value>(reading: Reading<Value[]>): readonly Value[] {
  return reading.kind === 'open' ? reading.value : []
}

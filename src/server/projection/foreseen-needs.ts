import type { EmployeeId, EntryId, PatientId, ZoneId } from '#domain/base/ids.ts'
import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import { patientOfFact } from '#domain/people/patient-of-fact.ts'
import type { InboxEntry } from '../base/inbox-entry.ts'
import { originalOf } from './effect-place.ts'
import type { Needs, ReadContent } from './projection-ports.ts'
import type { OpenedContent } from './read-content.ts'

/** What the entries of a batch will ask for when it is decided about each. What is left out here is asked for then. */
export function needsOf(read: readonly { row: InboxEntry; content: OpenedContent }[]): Needs {
  const originals = new Set<EntryId>()
  const authors: Needs['authors'][number][] = []
  const presences: Needs['presences'][number][] = []
  for (const { row, content } of read) {
    if (!content.ok) continue
    originals.add(originalOf(row))
    const { entries, employees, about } = namedIn(content.value)
    for (const id of entries) originals.add(id)
    for (const employeeId of employees) authors.push({ employeeId, deviceId: row.deviceId })
    if (about === null) continue
    const { municipality, world } = row.entry.header
    const place = { municipality, world, zone: about.zone }
    presences.push({ stream: zoneStreamOf('patient', place), docId: about.patientId })
  }
  return { originals: [...originals], authors, presences }
}

type Named = {
  entries: readonly EntryId[]
  employees: readonly EmployeeId[]
  about: { zone: ZoneId; patientId: PatientId } | null
}

const nothing: Named = { entries: [], employees: [], about: null }

function namedIn(read: ReadContent): Named {
  const { employeeId } = read.content.author
  switch (read.kind) {
    case 'ofStream':
      return nothing
    case 'ofIncident':
      return { ...nothing, employees: [employeeId] }
    case 'ofPeople': {
      const { body } = read.content
      const receivers = body.kind === 'visitGiven' ? [body.to.employeeId] : []
      const patientId = patientOfFact(body)
      return {
        entries: [],
        employees: [employeeId, ...receivers],
        about: patientId === null ? null : { zone: read.zone, patientId },
      }
    }
    case 'ofZone': {
      if (read.content.kind === 'cardOpened') return nothing
      const { countersigns, withdraws, patientId } = read.content
      const about = countersigns ?? withdraws
      return {
        entries: about === undefined ? [] : [about.entryId],
        employees: [employeeId],
        about: patientId === null ? null : { zone: read.zone, patientId },
      }
    }
  }
}

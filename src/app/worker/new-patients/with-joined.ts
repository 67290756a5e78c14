import { mapReading, type Reading } from '#app/bridge/reading.ts'
import type {
  DetailsAmendment,
  OpenAmendment,
  ProtectedAmendment,
} from '#domain/amendments/amendment.ts'
import type { ZoneId } from '#domain/base/ids.ts'
import { accepted, type Result } from '#domain/base/result.ts'
import type { HeldNote } from '#domain/entries/held-note.ts'
import type { Note } from '#domain/entries/note.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import {
  followed,
  followedContent,
  followedFact,
  withoutJoined,
} from '#domain/new-patients/follow-joined.ts'
import {
  joinedPatients,
  type JoinedPatients,
  type PatientLink,
} from '#domain/new-patients/patient-link.ts'
import type { OwnEntry } from '#domain/vault/entry-repository.ts'
import type { Locked } from '#domain/vault/locked.ts'
import type { VaultAccess } from '#domain/vault/vault-access.ts'
import type { DeviceLists } from '../lists/device-lists.ts'
import { keptArray, keptLast } from '../lists/kept.ts'

/**
 * The lists as they are read when leaders have said whom of them a temporary patient is: she is no patient of her own, and
 * all that was written about her is about the list's patient. Nothing stored is changed, so that it comes apart again.
 */
export function withJoined(lists: DeviceLists, access: Pick<VaultAccess, 'findUnlocked'>) {
  const keptLinks = keptArray<PatientLink>()
  const keptZones = keptArray<ZoneId>()
  const followNote = keptFollow<Note>(followed)
  const followHeld = keptFollow<HeldNote>(followed)
  const followOpen = keptFollow<OpenAmendment>(followed)
  const followDetails = keptFollow<DetailsAmendment>(followed)
  const followProtected = keptFollow<ProtectedAmendment>(followed)
  const followFact = keptFollow<PersonFact>(followedFact)
  const followEntries = keptFollow<readonly OwnEntry[]>((entries, known) =>
    entries.map((entry) => followedEntry(entry, known)),
  )
  const make = keptLast((links: readonly PatientLink[], zones: readonly ZoneId[]) => {
    // Where the phone has not the zone of the list's patient, she stays on its lists as she is.
    const here = [...joinedPatients(links)].filter(([, one]) => zones.includes(one.patientZone))
    return new Map(here)
  })

  async function joined(): Promise<JoinedPatients> {
    const [links, unlocked] = await Promise.all([
      lists.listPatientLinks(null),
      access.findUnlocked(),
    ])
    const zones = (unlocked?.profile.zones ?? []).map(({ id }) => id)
    return make(keptLinks(links.kind === 'open' ? links.value : []), keptZones(zones))
  }

  async function changed<Value>(
    reading: Promise<Reading<Value[]>>,
    change: (values: Value[], known: JoinedPatients) => Value[],
  ): Promise<Reading<Value[]>> {
    const [read, known] = await Promise.all([reading, joined()])
    return known.size === 0 ? read : mapReading(read, (values) => change(values, known))
  }

  const each = <Value>(
    reading: Promise<Reading<Value[]>>,
    follow: (value: Value, known: JoinedPatients) => Value,
  ) => changed(reading, (values, known) => values.map((one) => follow(one, known)))

  const seen: DeviceLists = {
    ...lists,
    listPatients: (zone) => changed(lists.listPatients(zone), withoutJoined),
    listNotes: (zone) => each(lists.listNotes(zone), followNote),
    listHeldNotes: (zone) => each(lists.listHeldNotes(zone), followHeld),
    listAmendments: (zone) => each(lists.listAmendments(zone), followOpen),
    listDetailsAmendments: (zone) => each(lists.listDetailsAmendments(zone), followDetails),
    listProtectedAmendments: (zone) => each(lists.listProtectedAmendments(zone), followProtected),
    listPersonFacts: (zone) => each(lists.listPersonFacts(zone), followFact),
  }

  return {
    joined,
    lists: seen,
    /** The same of what the phone's own employees have written. The same array for the same entries. */
    async entries<Entries extends readonly OwnEntry[]>(
      listed: Promise<Result<Entries, Locked>>,
    ): Promise<Result<readonly OwnEntry[], Locked>> {
      const [own, known] = await Promise.all([listed, joined()])
      if (!own.ok || known.size === 0) return own
      return accepted(followEntries(own.value, known))
    },
  }
}

export type KnownJoined = ReturnType<typeof withJoined>

/** Answers the same changed value for the same value, so that what was made of it stays. */
function keptFollow<Value extends object>(follow: (value: Value, joined: JoinedPatients) => Value) {
  let of: JoinedPatients | null = null
  let kept = new WeakMap<Value, Value>()
  return (value: Value, joined: JoinedPatients): Value => {
    if (of !== joined) kept = new WeakMap()
    of = joined
    const before = kept.get(value)
    if (before !== undefined) return before
    const next = follow(value, joined)
    kept.set(value, next)
    return next
  }
}

function followedEntry(entry: OwnEntry, joined: JoinedPatients): OwnEntry {
  const { content } = entry
  if (content.kind !== 'open') return entry
  const value = followedContent(content.value, joined)
  return value === content.value ? entry : { ...entry, content: { ...content, value } }
}

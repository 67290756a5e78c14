import { foldText } from '#domain/base/folded-text.ts'
import type { SectionId, ZoneId } from '#domain/base/ids.ts'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
import { zoneIdFromName } from '#domain/roster/zone-slug.ts'
import type { ZonePlacement } from '#domain/roster/zone-placement.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { MunicipalityZone } from './municipality-zone.ts'

/** `listedAs` is what the list calls it. */
export type NewZone = { id: ZoneId; name: ZoneName; listedAs: ZoneName[] }

export type ZoneFinder = {
  /** The zone of a person; `known` is where the roster has her, for a list that does not say. */
  zoneOf: (person: ListedPerson, known: ZoneId | null) => ZoneId
  newZones: () => NewZone[]
  /** Names of zones that belong to another section. */
  foreignZones: () => ZoneName[]
}

/**
 * Finds which zone each name of a list means. A name that the section does not know means a new zone, unless a leader has
 * said otherwise.
 */
export function zoneFinder(
  section: SectionId,
  zones: readonly MunicipalityZone[],
  placements: readonly ZonePlacement[],
): ZoneFinder {
  const own = zones.filter((zone) => zone.section === section)
  const newZonesByName = new Map<string | null, NewZone>()
  const foreign = new Set<ZoneName>()
  const zonesByListed = new Map<string, ZoneId>()
  const takenIds = new Set(zones.map(({ id }) => id))
  const placementsByName = new Map(
    placements.map(({ listed, place }) => [listed === null ? null : foldZone(listed), place]),
  )

  /** Where a leader has put what the list calls so; null where she has said nothing. */
  function placed(listed: ZoneName): ZoneId | null {
    const place = placementsByName.get(listed === null ? null : foldZone(listed))
    if (place === undefined) return null
    if (place.kind === 'named') return named(place.name, listed)
    return own.find(({ id }) => id === place.zone)?.id ?? null
  }

  function named(name: string, listed: ZoneName): ZoneId {
    const folded = foldZone(name)
    const isNamed = (zone: MunicipalityZone) =>
      foldText(zone.id) === folded || (zone.name !== null && foldZone(zone.name) === folded)
    const ownZone = own.find(isNamed)
    if (ownZone !== undefined) return ownZone.id
    const foreignZone = zones.find(isNamed)
    if (foreignZone !== undefined) {
      foreign.add(foreignZone.name)
      return foreignZone.id
    }
    const before = newZonesByName.get(folded)
    if (before === undefined) return make(folded, { id: freeId(name), name, listedAs: [listed] })
    if (!before.listedAs.includes(listed)) before.listedAs.push(listed)
    return before.id
  }

  function withoutZone(): ZoneId {
    const known = own.find(({ name }) => name === null) ?? newZonesByName.get(null)
    return known?.id ?? make(null, { id: freeId('without zone'), name: null, listedAs: [null] })
  }

  function make(folded: string | null, made: NewZone): ZoneId {
    newZonesByName.set(folded, made)
    takenIds.add(made.id)
    return made.id
  }

  /** The zone without a name exists once a section: ids are unique within the municipality. */
  function freeId(name: string): ZoneId {
    const plain = zoneIdFromName(name)
    if (!takenIds.has(plain)) return plain
    let id = zoneIdFromName(`${section} ${name}`)
    for (let number = 2; takenIds.has(id); number++)
      id = zoneIdFromName(`${section} ${name} ${number}`)
    return id
  }

  return {
    zoneOf(person, known) {
      // A list that writes «Uten sone» says as much as one that leaves it out.
      const listed = person.zoneName
      const before = listed === null ? undefined : zonesByListed.get(listed)
      if (before !== undefined) return before
      if (listed !== null && foldText(listed) !== foldText(zoneText(null))) {
        const found = placed(listed) ?? named(listed, listed)
        zonesByListed.set(listed, found)
        return found
      }
      if (known !== null) return known
      const [only, ...more] = own
      if (only !== undefined && more.length === 0) return only.id
      return placed(null) ?? withoutZone()
    },
    newZones: () => [...newZonesByName.values()],
    foreignZones: () => [...foreign],
  }
}

/** «Sone Nord 1» and «Nord 1» are one zone. */
export function foldZone(name: string): string {
  return foldText(name).replace(/^(sone|rode|distrikt|avdeling|rute)(?=.)/, '')
}

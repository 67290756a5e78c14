import { foldText } from '#domain/base/folded-text.ts'
import type { SectionId, ZoneId } from '#domain/base/ids.ts'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
import { zoneIdFromName } from '#domain/roster/zone-slug.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { MunicipalityZone } from './municipality-zone.ts'

export type NewZone = { id: ZoneId; name: ZoneName }

export type ZoneFinder = {
  /** The zone of a person; `known` is where the roster has her, for a list that does not say. */
  zoneOf: (person: ListedPerson, known: ZoneId | null) => ZoneId
  newZones: () => NewZone[]
  /** Names of zones that belong to another section. */
  foreignZones: () => ZoneName[]
}

/** Finds which zone each name of a list means; a name that the section does not know means a new zone. */
export function zoneFinder(section: SectionId, zones: readonly MunicipalityZone[]): ZoneFinder {
  const own = zones.filter((zone) => zone.section === section)
  const newZonesByName = new Map<string | null, NewZone>()
  const foreign = new Set<ZoneName>()
  const takenIds = new Set(zones.map(({ id }) => id))

  function named(name: string): ZoneId {
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
    if (before !== undefined) return before.id
    return make(folded, { id: freeId(name), name })
  }

  function withoutZone(): ZoneId {
    const known = own.find(({ name }) => name === null) ?? newZonesByName.get(null)
    return known?.id ?? make(null, { id: freeId('without zone'), name: null })
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
      if (person.zoneName !== null && foldText(person.zoneName) !== foldText(zoneText(null)))
        return named(person.zoneName)
      if (known !== null) return known
      const [only, ...more] = own
      return only !== undefined && more.length === 0 ? only.id : withoutZone()
    },
    newZones: () => [...newZonesByName.values()],
    foreignZones: () => [...foreign],
  }
}

/** «Sone Nord 1» and «Nord 1» are one zone. */
function foldZone(name: string): string {
  return foldText(name).replace(/^(sone|rode|distrikt|avdeling|rute)(?=.)/, '')
}

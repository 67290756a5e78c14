import { foldText } from '#domain/base/folded-text.ts'
import type { SectionId, ZoneId } from '#domain/base/ids.ts'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
import { zoneIdFromName } from '#domain/roster/zone-slug.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'
import { zoneText } from '#text/nb/words/zone.ts'

export type MunicipalityZone = { id: ZoneId; name: ZoneName; section: SectionId }

export type NewZone = { id: ZoneId; name: ZoneName }

/** Says which zone each name of a list means; a name that the section does not know means a new zone. */
export class ZoneFinder {
  readonly #section: SectionId
  readonly #zones: readonly MunicipalityZone[]
  readonly #newZonesByName = new Map<string | null, NewZone>()
  readonly #foreign = new Set<ZoneName>()
  readonly #takenIds: Set<ZoneId>

  constructor(section: SectionId, zones: readonly MunicipalityZone[]) {
    this.#section = section
    this.#zones = zones
    this.#takenIds = new Set(zones.map(({ id }) => id))
  }

  /** The zone of a person; `known` is where the roster has her, for a list that does not say. */
  zoneOf(person: ListedPerson, known: ZoneId | null): ZoneId {
    // A list that writes «Uten sone» says as much as one that leaves it out.
    if (person.zoneName !== null && foldText(person.zoneName) !== foldText(zoneText(null)))
      return this.#named(person.zoneName)
    const [only, ...more] = this.#own()
    if (known !== null) return known
    return only !== undefined && more.length === 0 ? only.id : this.#withoutZone()
  }

  newZones(): NewZone[] {
    return [...this.#newZonesByName.values()]
  }

  /** Names of zones that belong to another section. */
  foreignZones(): ZoneName[] {
    return [...this.#foreign]
  }

  #own(): MunicipalityZone[] {
    return this.#zones.filter(({ section }) => section === this.#section)
  }

  #named(name: string): ZoneId {
    const folded = foldZone(name)
    const isIt = ({ id, name }: MunicipalityZone) =>
      foldText(id) === folded || (name !== null && foldZone(name) === folded)
    const own = this.#own().find(isIt)
    if (own !== undefined) return own.id
    const foreign = this.#zones.find(isIt)
    if (foreign !== undefined) {
      this.#foreign.add(foreign.name)
      return foreign.id
    }
    const before = this.#newZonesByName.get(folded)
    if (before !== undefined) return before.id
    return this.#make(folded, { id: this.#freeId(name), name })
  }

  #withoutZone(): ZoneId {
    const known = this.#own().find(({ name }) => name === null) ?? this.#newZonesByName.get(null)
    return known?.id ?? this.#make(null, { id: this.#freeId('without zone'), name: null })
  }

  #make(folded: string | null, made: NewZone): ZoneId {
    this.#newZonesByName.set(folded, made)
    this.#takenIds.add(made.id)
    return made.id
  }

  /** The zone without a name exists once a section: ids are unique within the municipality. */
  #freeId(name: string): ZoneId {
    const wanted = zoneIdFromName(name)
    if (!this.#takenIds.has(wanted)) return wanted
    let id = zoneIdFromName(`${this.#section} ${name}`)
    for (let number = 2; this.#takenIds.has(id); number++)
      id = zoneIdFromName(`${this.#section} ${name} ${number}`)
    return id
  }
}

/** «Sone Nord 1» and «Nord 1» are one zone. */
function foldZone(name: string): string {
  return foldText(name).replace(/^(sone|rode|distrikt|avdeling|rute)(?=.)/, '')
}

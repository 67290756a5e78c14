import type { NewPlaces } from '#contract/accounts/employee-list.ts'
import type { UnclearEmployee } from '#domain/accounts/listed-employee.ts'
import { foldText } from '#domain/base/folded-text.ts'
import type { SectionId, ZoneId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { foldZone } from '../import/roster/zone-finder.ts'

/** A section or zone that is there (`id`), or that the list asks for. */
export type ListedSection = { id: SectionId | null; name: string }
export type ListedZone = { id: ZoneId | null; name: string; section: ListedSection }

export type KnownPlaces = {
  sections: readonly { id: SectionId; name: string }[]
  /** Those in use. */
  zones: readonly { id: ZoneId; name: string; section: SectionId }[]
}

type Found<Value> = Result<Value, UnclearEmployee>

/** Finds the sections and zones that a list names; `makes` says whether an unknown name is a new place or unclear. */
export function placeFinder(known: KnownPlaces, makes: 'newPlaces' | 'nothing') {
  const sections: ListedSection[] = known.sections.map((one) => ({ ...one }))
  const zones: ListedZone[] = known.zones.flatMap((zone) => {
    const section = sections.find(({ id }) => id === zone.section)
    return section === undefined ? [] : [{ id: zone.id, name: zone.name, section }]
  })

  /** Null where the row names none. */
  function sectionOf(text: string): Found<ListedSection | null> {
    if (text === '') return accepted(null)
    const folded = foldSection(text)
    const found = sections.find(({ name }) => foldSection(name) === folded)
    if (found !== undefined) return accepted(found)
    if (makes === 'nothing') return refused({ kind: 'unknownZone', text })
    const made: ListedSection = { id: null, name: text }
    sections.push(made)
    return accepted(made)
  }

  /** The zones that a cell names; «alle» names none of its own. */
  function zonesOf(text: string, section: ListedSection | null): Found<ListedZone[]> {
    if (text === '' || isAll(text)) return accepted([])
    const whole = matching(text, section)
    const names =
      whole.length > 0 ? [text] : text.split(/[,;/|+\n]|\s+og\s+/).map((one) => one.trim())
    const found: ListedZone[] = []
    for (const name of names) {
      if (name === '') continue
      const zone = zoneOf(name, section)
      if (!zone.ok) return zone
      if (!found.includes(zone.value)) found.push(zone.value)
    }
    return accepted(found)
  }

  function zoneOf(name: string, section: ListedSection | null): Found<ListedZone> {
    const [only, ...more] = matching(name, section)
    if (more.length > 0) return refused({ kind: 'zoneInSeveral', text: name })
    if (only !== undefined) return accepted(only)
    if (makes === 'nothing') return refused({ kind: 'unknownZone', text: name })
    const [first, ...others] = sections
    const place = section ?? (others.length === 0 ? first : undefined)
    if (place === undefined) return refused({ kind: 'zoneWithoutSection' })
    const made: ListedZone = { id: null, name, section: place }
    zones.push(made)
    return accepted(made)
  }

  function matching(name: string, section: ListedSection | null): ListedZone[] {
    const folded = foldZone(name)
    return zones.filter(
      (zone) => foldZone(zone.name) === folded && (section === null || zone.section === section),
    )
  }

  return {
    sectionOf,
    zonesOf,
    /** Every zone of a section, or of all, when the whole list has been read. */
    allZones: (section: ListedSection | null): ListedZone[] =>
      zones.filter((zone) => section === null || zone.section === section),
    /** What is asked for by these zones and sections and is not there. */
    newPlaces(used: readonly ListedZone[]): NewPlaces {
      const fresh = new Set(used.filter(({ id }) => id === null))
      const freshSections = new Set(
        used.map(({ section }) => section).filter(({ id }) => id === null),
      )
      return {
        sections: [...freshSections].map(({ name }) => name),
        zones: [...fresh].map(({ name, section }) => ({ name, section: section.name })),
      }
    },
  }
}

export type PlaceFinder = ReturnType<typeof placeFinder>

/** «alle», «alle soner», «hele seksjonen». */
export function isAll(text: string): boolean {
  return /^(alle|hele|samtlige)/.test(foldText(text))
}

/** «Seksjon Nord» and «Nord» are one section. */
function foldSection(name: string): string {
  return foldText(name).replace(/^(seksjon|avdeling|enhet)(?=.)/, '')
}

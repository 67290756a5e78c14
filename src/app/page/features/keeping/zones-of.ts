import type { OrganisationAnswer, OrganisedSection } from '#app/online/account-calls.ts'
import type { ZoneId } from '#domain/base/ids.ts'
import type { NamedZone } from '#text/nb/words/stream.ts'
import { zoneText } from '#text/nb/words/zone.ts'

export function sectionsOf(answer: OrganisationAnswer | null): readonly OrganisedSection[] {
  return answer?.kind === 'organisation' ? answer.sections : []
}

/** Every zone that whoever asks keeps, by name. */
export function zonesOf(answer: OrganisationAnswer | null): NamedZone[] {
  return sectionsOf(answer).flatMap(({ zones }) => zones.map(({ id, name }) => ({ id, name })))
}

/** What her zones are called; one that nobody here knows by its id. */
export function zoneNames(ids: readonly ZoneId[], zones: readonly NamedZone[]): string[] {
  return ids.map((id) => {
    const zone = zones.find((one) => one.id === id)
    return zone === undefined ? id : zoneText(zone.name)
  })
}

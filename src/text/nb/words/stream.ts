import type { ZoneId } from '#domain/base/ids.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'
import {
  findStream,
  type MunicipalityClass,
  type StreamId,
  type ZoneClass,
} from '#domain/streams/stream.ts'
import { andText } from './and.ts'
import { zoneText } from './zone.ts'

const zoneClassText = {
  critical: 'listene',
  details: 'hovedkortene',
  worklists: 'arbeidslistene',
  journal: 'notatene',
  protected: 'skjulte adresser og koder',
  people: 'hvem som er nådd',
  leaders: 'det bare ledere ser',
} satisfies Record<ZoneClass, string>

const municipalityClassText = {
  cards: 'tiltakskortene',
  routines: 'rutinene',
  contacts: 'telefonlisten',
  forms: 'skjemaene',
  coordination: 'hendelsene',
  systems: 'tabellene over tjenester og hjelpemidler',
} satisfies Record<MunicipalityClass, string>

const unknownText = 'noe som trenger en nyere app'

export type NamedZone = { id: ZoneId; name: ZoneName }

/** «listene og notatene for Nord 2, tiltakskortene» */
export function streamsText(streams: readonly StreamId[], zones: readonly NamedZone[]): string {
  const byPlace = new Map<string, Set<string>>()
  for (const id of streams) {
    const { place, text } = streamWords(id, zones)
    byPlace.set(place, (byPlace.get(place) ?? new Set()).add(text))
  }
  const parts = [...byPlace].map(([place, texts]) => `${andText([...texts])}${place}`)
  return parts.join(', ')
}

function streamWords(id: StreamId, zones: readonly NamedZone[]): { place: string; text: string } {
  const stream = findStream(id)
  if (stream === null) return { place: '', text: unknownText }
  if (stream.kind === 'municipality') {
    return { place: '', text: municipalityClassText[stream.class] }
  }
  const named = zones.find((zone) => zone.id === stream.zone)
  const place = ` for ${named === undefined ? stream.zone : zoneText(named.name)}`
  return { place, text: zoneClassText[stream.class] }
}

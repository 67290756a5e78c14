import type { MunicipalityId, ZoneId } from '../base/ids.ts'
import type { World } from '../base/world.ts'
import {
  type MunicipalityClass,
  type StreamId,
  streamIdOf,
  type ZoneClass,
} from '../streams/stream.ts'
import { documentKinds, type KindIn } from './document-kinds.ts'

/** A kind whose documents are stored zone by zone. */
export type ZoneKind = KindIn<ZoneClass>
/** A kind whose documents are the whole municipality's. */
export type MunicipalityKind = KindIn<MunicipalityClass>

type Place = { municipality: MunicipalityId; world: World }

/** The stream that holds a zone's documents of a kind. */
export function zoneStreamOf(
  kind: ZoneKind,
  { municipality, world, zone }: Place & { zone: ZoneId },
): StreamId {
  const { class: name } = documentKinds[kind]
  return streamIdOf({ kind: 'zone', municipality, world, zone, class: name })
}

/** The stream that holds a municipality's documents of a kind. */
export function municipalityStreamOf(
  kind: MunicipalityKind,
  { municipality, world }: Place,
): StreamId {
  const { class: name } = documentKinds[kind]
  return streamIdOf({ kind: 'municipality', municipality, world, class: name })
}

import { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import { type StreamId, streamIdOf } from '#domain/streams/stream.ts'

export const municipality = MunicipalityId.parse('demo')
export const zones = [ZoneId.parse('nord-1'), ZoneId.parse('nord-2')] as const

const shared = { municipality, world: 'real' } as const

export const formsStream = streamIdOf({ kind: 'municipality', ...shared, class: 'forms' })

export function journalOf(zone: ZoneId): StreamId {
  return streamIdOf({ kind: 'zone', ...shared, zone, class: 'journal' })
}

export function criticalOf(zone: ZoneId): StreamId {
  return streamIdOf({ kind: 'zone', ...shared, zone, class: 'critical' })
}

export function streamsOf(zone: ZoneId): StreamId[] {
  return [criticalOf(zone), journalOf(zone)]
}

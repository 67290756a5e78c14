import { MunicipalityId, PatientId, ZoneId } from '#domain/base/ids.ts'
import { type StreamId, streamIdOf } from '#domain/streams/stream.ts'

export const municipality = MunicipalityId.parse('demo')
export const zones = [ZoneId.parse('nord-1'), ZoneId.parse('nord-2')] as const

/** Whom all notes are about; she stays in both zones. */
export const patientId = PatientId.parse('00000000-0000-4000-8000-000000000001')

const shared = { municipality, world: 'real' } as const

export const formsStream = streamIdOf({ kind: 'municipality', ...shared, class: 'forms' })

export function journalOf(zone: ZoneId): StreamId {
  return streamIdOf({ kind: 'zone', ...shared, zone, class: 'journal' })
}

export function criticalOf(zone: ZoneId): StreamId {
  return streamIdOf({ kind: 'zone', ...shared, zone, class: 'critical' })
}

export const coordinationStream = streamIdOf({
  kind: 'municipality',
  ...shared,
  class: 'coordination',
})

export function peopleOf(zone: ZoneId): StreamId {
  return streamIdOf({ kind: 'zone', ...shared, zone, class: 'people' })
}

export function streamsOf(zone: ZoneId): StreamId[] {
  return [criticalOf(zone), journalOf(zone)]
}

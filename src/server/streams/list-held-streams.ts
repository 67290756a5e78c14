import type { MunicipalityId, EmployeeId, ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import { World } from '#domain/base/world.ts'
import { streamsOf } from '#domain/streams/stream-access.ts'
import { type StreamId, streamIdOf } from '#domain/streams/stream.ts'
import type { HeldStream, StreamHolder } from '#domain/trust/stream-holders.ts'

/** An employee on a device, as her account is today. Her key id is null when no credential of hers was believed. */
export type DeviceEmployee = {
  employee: EmployeeId
  keyId: StreamHolder['keyId'] | null
  role: Role
  zones: readonly ZoneId[]
}

/**
 * Says who on a device has which streams: those of the employee who asks, and further ones of her colleagues. Streams of
 * the exercise are listed only when something has been written to them.
 */
export function listHeldStreams(
  asking: DeviceEmployee,
  colleagues: readonly DeviceEmployee[],
  { municipality, written }: { municipality: MunicipalityId; written: ReadonlySet<StreamId> },
): { streams: HeldStream[]; colleagues: HeldStream[] } {
  const holdersByStream = new Map<StreamId, StreamHolder[]>()
  const idsOf = ({ role, zones }: DeviceEmployee) =>
    World.options
      .flatMap((world) => streamsOf({ municipality, role, zones }, world))
      .filter((stream) => stream.world !== 'exercise' || written.has(streamIdOf(stream)))
      .map(streamIdOf)
  for (const one of [asking, ...colleagues]) {
    for (const stream of idsOf(one)) {
      const holders = holdersByStream.get(stream) ?? []
      if (one.keyId !== null) holders.push({ employee: one.employee, keyId: one.keyId })
      holdersByStream.set(stream, holders)
    }
  }
  const own = new Set(idsOf(asking))
  const held = [...holdersByStream].map(([stream, holders]) => ({ stream, holders }))
  return {
    streams: held.filter(({ stream }) => own.has(stream)),
    colleagues: held.filter(({ stream }) => !own.has(stream)),
  }
}

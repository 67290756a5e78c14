import * as z from 'zod/mini'
import { MunicipalityId, ZoneId } from '../base/ids.ts'
import { World } from '../base/world.ts'

/**
 * What a zone's documents are about. An employee who has a stream has all of it.
 *
 * critical: who, where, needs, contacts, priority, keys. details: the rest of the patient card and
 * the medication sheet. journal: colleagues' notes, 14 days. protected: addresses under protection
 * and door codes, by role. people: facts about patients during incidents. leaders: lease secrets and ledgers.
 */
export const ZoneClass = z.enum([
  'critical',
  'details',
  'worklists',
  'journal',
  'protected',
  'people',
  'leaders',
])
export type ZoneClass = z.infer<typeof ZoneClass>

/** The classes of the whole municipality. coordination: facts about incidents, without any patient. */
export const MunicipalityClass = z.enum([
  'cards',
  'routines',
  'contacts',
  'forms',
  'systems',
  'coordination',
])
export type MunicipalityClass = z.infer<typeof MunicipalityClass>

export type StreamClass = ZoneClass | MunicipalityClass

/** `municipality/world/zone/class`; the zone of a municipality-wide stream is `*`. */
export const StreamId = z
  .string()
  .check(z.regex(/^[a-z0-9-]+\/(real|exercise)\/([a-z0-9-]+|\*)\/[a-z]+$/))
  .brand<'StreamId'>()
export type StreamId = z.infer<typeof StreamId>

export type Stream =
  | { kind: 'zone'; municipality: MunicipalityId; world: World; zone: ZoneId; class: ZoneClass }
  | { kind: 'municipality'; municipality: MunicipalityId; world: World; class: MunicipalityClass }

export function streamIdOf(stream: Stream): StreamId {
  const zone = stream.kind === 'zone' ? stream.zone : '*'
  return StreamId.parse(`${stream.municipality}/${stream.world}/${zone}/${stream.class}`)
}

/** Parses a stream's id, and throws when the text is not one. */
export function streamOf(id: StreamId): Stream {
  const [municipality, world, zone, name] = id.split('/')
  const shared = { municipality: MunicipalityId.parse(municipality), world: World.parse(world) }
  return zone === '*'
    ? { kind: 'municipality', ...shared, class: MunicipalityClass.parse(name) }
    : { kind: 'zone', ...shared, zone: ZoneId.parse(zone), class: ZoneClass.parse(name) }
}

/** Null for a text of the right form that names no known stream, for example one of an unknown class. */
export function findStream(id: StreamId): Stream | null {
  const [, , zone, name] = id.split('/')
  const classes = zone === '*' ? MunicipalityClass : ZoneClass
  return classes.safeParse(name).success && (zone === '*' || ZoneId.safeParse(zone).success)
    ? streamOf(id)
    : null
}

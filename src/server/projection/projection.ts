import type { MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { itemRefusals } from '#domain/forms/questionnaire-check.ts'
import { answersOf, linkIds } from '#domain/forms/questionnaire-rules.ts'
import { canonicalAddress, type Questionnaire } from '#domain/forms/questionnaire.ts'
import type { QuestionnaireResponse } from '#domain/forms/questionnaire-response.ts'
import type { Alarm } from '../alarms/alarm-store.ts'
import { postgresAlarmStore } from '../alarms/postgres-alarm-store.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import type { AwaitingKey } from '../inbox/inbox-store.ts'
import { postgresInboxStore } from '../inbox/postgres-inbox-store.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import {
  ProjectionFault,
  type ProjectionPorts,
  type SealOpener,
  projectNext,
} from './project-entry.ts'

export type ProjectionJob = {
  db: Database
  seals: SealOpener
  /** Others than the usual ones, which tests hand in. */
  ports?: Partial<ProjectionPorts>
  now(): Instant
  /** Called after an alarm is stored. */
  onAlarm(municipality: MunicipalityId, alarm: Alarm): void
  onFault(fault: unknown): void
}

/**
 * Projects all waiting entries of a municipality. Several servers may do it at once: each takes entries
 * that no other has taken. An entry whose projection throws waits for the next round and delays no other.
 */
export async function projectWaiting(
  { db, seals, ports: given, now, onFault, onAlarm }: ProjectionJob,
  municipality: MunicipalityId,
): Promise<number> {
  const scope = await systemScope(db, municipality)
  const zones = new Set<string>(scope.zones)
  const ports = {
    seals,
    hasher: nodeHasher,
    isZone: (zone: string) => zones.has(zone),
    isValidResponse,
    ...given,
  }
  const faulty = new Set<string>()
  for (let projected = 0; ;) {
    try {
      const { found, raised } = await withTenant(db, scope, async (transaction) => {
        const inbox = postgresInboxStore(transaction, municipality)
        const streams = postgresStreamStore(transaction)
        const { store: alarms, added } = postgresAlarmStore(transaction, municipality)
        const found = await projectNext({ inbox, streams, alarms }, ports, now(), faulty)
        return { found, raised: added }
      })
      for (const alarm of raised) onAlarm(municipality, alarm)
      if (!found) return projected
      projected++
    } catch (fault) {
      if (!(fault instanceof ProjectionFault)) throw fault
      faulty.add(fault.bytesHash)
      onFault(fault)
    }
  }
}

/** Counts the entries of a municipality that are sealed to other keys than this server's. */
export async function listAwaitingKeys(
  { db, seals }: Pick<ProjectionJob, 'db' | 'seals'>,
  municipality: MunicipalityId,
): Promise<AwaitingKey[]> {
  const scope = await systemScope(db, municipality)
  return await withTenant(db, scope, (transaction) =>
    postgresInboxStore(transaction, municipality).listAwaitingKeys(seals.keyIds),
  )
}

/** Answers whether a response is completed, of exactly this version, and within its rules. */
export function isValidResponse(form: Questionnaire, response: QuestionnaireResponse): boolean {
  const known = new Set(linkIds(form.item))
  const answers = answersOf(response)
  return (
    response.status !== 'in-progress' &&
    response.questionnaire === canonicalAddress(form) &&
    Object.keys(answers).every((linkId) => known.has(linkId)) &&
    itemRefusals(form, answers).length === 0
  )
}

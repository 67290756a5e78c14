import type { FastifyBaseLogger } from 'fastify'
import type { MunicipalityId } from '#domain/base/ids.ts'
import type { Metrics } from '../base/metrics.ts'
import type { Alarm } from './alarm-store.ts'

/** Tells whoever watches the server of an alarm that is stored. */
export type AnnounceAlarm = (municipality: MunicipalityId, alarm: Alarm) => void

/** Writes a line in the log and counts it in the metrics. */
export function announceAlarms(
  log: Pick<FastifyBaseLogger, 'error'>,
  metrics: Pick<Metrics, 'alarm'>,
): AnnounceAlarm {
  return (municipality, { kind, stream, deviceId, employeeId }) => {
    metrics.alarm(kind)
    log.error({ municipality, kind, stream, deviceId, employeeId }, 'alarm')
  }
}

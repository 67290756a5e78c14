import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { AlarmKind } from '#domain/trust/alarm.ts'
import type { KeyId, MunicipalityId } from '#domain/base/ids.ts'
import type { WaitsFor } from './inbox-entry.ts'

/** Entries that wait for a key which this server does not hold. */
type AwaitingKey = { keyId: KeyId; entries: number }

/** Counts what this process does, from zero at its start, as Prometheus expects. */
export function openMetrics() {
  const registry = new Registry()
  const registers = [registry]
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()

  const inFlight = new Gauge({
    name: 'beredt_requests_in_flight',
    help: 'Requests that have come and are not answered',
    registers,
  })
  const shed = new Counter({
    name: 'beredt_requests_shed_total',
    help: 'Requests sent away because the server was busy',
    registers,
  })
  const requests = new Histogram({
    name: 'beredt_request_seconds',
    help: 'Seconds from a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5],
    registers,
  })
  const awaiting = new Map<MunicipalityId, readonly AwaitingKey[]>()
  const awaitingKey = new Gauge({
    name: 'beredt_entries_awaiting_key',
    help: 'Entries sealed to a key that this server does not hold',
    labelNames: ['key_id'],
    registers,
  })
  const alarms = new Counter({
    name: 'beredt_alarms_total',
    help: 'Alarms of the administrator',
    labelNames: ['kind'],
    registers,
  })
  const faulted = new Counter({
    name: 'beredt_entries_faulted_total',
    help: 'Entries quarantined because their projection failed again and again',
    registers,
  })
  const confirmed = new Map<MunicipalityId, number>()
  const waiting = new Map<MunicipalityId, Record<WaitsFor, number>>()
  const postponed = new Gauge({
    name: 'beredt_entries_postponed',
    help: 'Entries that are tried again after a fault, or wait for a newer server',
    labelNames: ['waits_for'],
    registers,
  })
  const measured = (name: string, help: string, measure: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(measure())
      },
    })
  measured(
    'beredt_incidents_confirmed',
    'Incidents that stop deletion, as of the last search',
    () => [...confirmed.values()].reduce((sum, count) => sum + count, 0),
  )
  measured('beredt_uptime_seconds', 'Seconds since the process began', () => process.uptime())
  measured('beredt_resident_memory_bytes', 'Memory that the process holds', () =>
    process.memoryUsage.rss(),
  )
  measured(
    'beredt_event_loop_delay_seconds',
    'Longest delay of the event loop so far',
    () => delay.max / 1e9,
  )

  return {
    started: () => inFlight.inc(),
    ended: () => inFlight.dec(),
    shed: () => shed.inc(),
    alarm: (kind: AlarmKind) => alarms.inc({ kind }),
    answered(labels: { method: string; route: string; status: number }, seconds: number): void {
      requests.observe(labels, seconds)
    },
    /** Replaces the previous counts of the municipality. Answers whether they changed. */
    awaitingKeys(municipality: MunicipalityId, counted: readonly AwaitingKey[]): boolean {
      const before = JSON.stringify(awaiting.get(municipality) ?? [])
      awaiting.set(municipality, counted)
      awaitingKey.reset()
      for (const { keyId, entries } of [...awaiting.values()].flat()) {
        awaitingKey.inc({ key_id: keyId }, entries)
      }
      return before !== JSON.stringify(counted)
    },
    entryFaulted: () => faulted.inc(),
    /** Replaces the previous count of the municipality. Answers whether it changed. */
    incidentsConfirmed(municipality: MunicipalityId, count: number): boolean {
      const before = confirmed.get(municipality) ?? 0
      confirmed.set(municipality, count)
      return before !== count
    },
    /** Replaces the previous counts of the municipality. */
    postponed(municipality: MunicipalityId, counted: Record<WaitsFor, number>): void {
      waiting.set(municipality, counted)
      postponed.reset()
      for (const { retry, newerServer } of waiting.values()) {
        postponed.inc({ waits_for: 'retry' }, retry)
        postponed.inc({ waits_for: 'newerServer' }, newerServer)
      }
    },
    contentType: registry.contentType,
    text: (): Promise<string> => registry.metrics(),
    close: () => delay.disable(),
  }
}

export type Metrics = ReturnType<typeof openMetrics>

/** Counts every answered request by its route's pattern, never by its address. */
export function registerMetrics(server: FastifyInstance, metrics: Metrics): void {
  const inFlight = new WeakSet()
  const end = (request: FastifyRequest) => {
    if (inFlight.delete(request)) metrics.ended()
  }
  server.addHook('onRequest', (request, _reply, done) => {
    inFlight.add(request)
    metrics.started()
    done()
  })
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown'
    const { method } = request
    metrics.answered({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    end(request)
    done()
  })
  // A client that hangs up gets no response.
  server.addHook('onRequestAbort', (request, done) => {
    end(request)
    done()
  })
  server.addHook('onClose', (_server, done) => {
    metrics.close()
    done()
  })
}

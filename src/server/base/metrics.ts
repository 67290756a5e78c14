import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Upper bounds in seconds. */
const buckets = [0.01, 0.05, 0.1, 0.5, 1, 5]

type Timing = { count: number; seconds: number; atMost: number[] }

/** What the process counts of itself; starts at zero with it, as Prometheus expects. */
export function openMetrics() {
  const timings = new Map<string, Timing>()
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  let inFlight = 0
  let shed = 0

  return {
    started(): void {
      inFlight += 1
    },

    ended(): void {
      inFlight -= 1
    },

    answered(labels: { method: string; route: string; status: number }, seconds: number): void {
      const name = `method="${labels.method}",route="${labels.route}",status="${labels.status}"`
      const timing = timings.get(name) ?? { count: 0, seconds: 0, atMost: buckets.map(() => 0) }
      timings.set(name, {
        count: timing.count + 1,
        seconds: timing.seconds + seconds,
        atMost: timing.atMost.map((n, at) => (seconds <= (buckets[at] ?? 0) ? n + 1 : n)),
      })
    },

    shed(): void {
      shed += 1
    },

    /** Prometheus' text format. */
    text(): string {
      return [
        gauge('beredt_requests_in_flight', inFlight),
        counter('beredt_requests_shed_total', shed),
        gauge('beredt_uptime_seconds', process.uptime()),
        gauge('beredt_resident_memory_bytes', process.memoryUsage.rss()),
        gauge('beredt_event_loop_delay_seconds', delay.max / 1e9),
        '# TYPE beredt_request_seconds histogram',
        ...[...timings].flatMap(([labels, timing]) => timingLines(labels, timing)),
        '',
      ].join('\n')
    },

    close(): void {
      delay.disable()
    },
  }
}

export type Metrics = ReturnType<typeof openMetrics>

function timingLines(labels: string, timing: Timing): string[] {
  const name = 'beredt_request_seconds'
  return [
    ...buckets.map(
      (bound, at) => `${name}_bucket{${labels},le="${bound}"} ${timing.atMost[at] ?? 0}`,
    ),
    `${name}_bucket{${labels},le="+Inf"} ${timing.count}`,
    `${name}_sum{${labels}} ${timing.seconds}`,
    `${name}_count{${labels}} ${timing.count}`,
  ]
}

function gauge(name: string, value: number): string {
  return `# TYPE ${name} gauge\n${name} ${value}`
}

function counter(name: string, value: number): string {
  return `# TYPE ${name} counter\n${name} ${value}`
}

/** Counts every request when it is answered, under its route's pattern and never under its address. */
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
  // Who hangs up gets no response.
  server.addHook('onRequestAbort', (request, done) => {
    end(request)
    done()
  })
  server.addHook('onClose', (_server, done) => {
    metrics.close()
    done()
  })
}

import type { Metrics } from '../base/metrics.ts'
import type { OpenHandler } from '../http/serve-routes.ts'

/** What the process counts of itself, for Prometheus. */
export function readMetricsRoute(metrics: Metrics): OpenHandler {
  return ({ reply }) => reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.text())
}

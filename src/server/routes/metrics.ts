import type { Metrics } from '../base/metrics.ts'
import type { OpenHandler } from '../http/serve-routes.ts'

/** Answers with the counters of this process, for Prometheus. */
export function readMetricsRoute(metrics: Metrics): OpenHandler {
  return async ({ reply }) => reply.type(metrics.contentType).send(await metrics.text())
}

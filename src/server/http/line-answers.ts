import { performance } from 'node:perf_hooks'
import { PassThrough } from 'node:stream'
import { linesContentType } from '#contract/imports/import-progress.ts'
import { refusalBody } from '../base/refused.ts'
import { ImportCancelled, type ImportTask } from '../import/task/import-task.ts'
import { refusedFrom } from './error-handler.ts'
import type { OpenCall } from './serve-routes.ts'

const betweenLinesMilliseconds = 100

/**
 * Answers in lines of JSON: how far the work has come, and its answer last. What fails before the first line is answered
 * as any other request. The work is cancelled when its sender goes away.
 */
export async function answerInLines(
  { request, reply }: OpenCall,
  work: (task: ImportTask) => Promise<object>,
): Promise<unknown> {
  const lines = new PassThrough()
  const abort = new AbortController()
  // Also after the last line, when it ends nothing any more.
  reply.raw.once('close', () => abort.abort())
  const first: { line: (() => void) | null } = { line: null }
  const begun = new Promise<'begun'>((resolve) => {
    first.line = () => resolve('begun')
  })
  let writtenAt = -Infinity
  const answer = work({
    signal: abort.signal,
    report(progress) {
      first.line?.()
      if (performance.now() - writtenAt < betweenLinesMilliseconds) return
      writtenAt = performance.now()
      lines.write(lineOf({ kind: 'progress', ...progress }))
    },
  })
  const earlier = await Promise.race([begun, answer])
  if (earlier !== 'begun') return earlier
  void answer
    .catch((error: unknown) => {
      // Nobody reads what was cancelled.
      if (error instanceof ImportCancelled) return {}
      const refused = refusedFrom(error)
      request.log.error({ err: error, kind: refused.kind }, 'request failed')
      return refusalBody(refused.kind, refused.more)
    })
    .then((last) => lines.end(lineOf(last)))
  return reply.header('content-type', linesContentType).send(lines)
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`
}

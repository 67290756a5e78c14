import { routes } from '#contract/routes.ts'
import type { Fetch } from '#sync/http-answer.ts'
import type { Line } from './line.ts'
import type { RunContext } from './run-context.ts'
import type { Process } from './scheduler.ts'

/** After that an answer is waited for no longer, with a second to spare. An entry alone has two seconds more for each kilobyte. */
const longestSeconds = new Map<string, number>([
  [routes.readSession.path, 21],
  [routes.pushEntries.path, 21],
  [routes.readServerKeys.path, 61],
  [routes.listStreams.path, 121],
  [routes.pullStream.path, 601],
])
const millisecondsPerByte = 2
/** Nor is a line waited for that says nothing, except while it carries what was sent. */
const silentMilliseconds = 21_000
/** As long as an entry of 16 kB is waited for, with its credentials. */
const longWaitMilliseconds = 70_000
/** What a phone has heard before tells nothing of its line. */
const justHeardMilliseconds = 30_000

/** Each request is given up some time. On a line that went silent, what comes after it would wait for ever. */
export function watchRequest(
  { scheduler, fail }: RunContext,
  line: Line,
  owner: Process,
  url: string,
  { body, signal }: Parameters<Fetch>[1],
): { hear(): void; end(): void } {
  const failAfter = (milliseconds: number, how: string) =>
    scheduler.after(milliseconds, owner, () => {
      if (!signal.aborted) fail(`${owner.name} waits ${how} for an answer from ${url}`)
    })
  const up = millisecondsPerByte * body.length
  const ends = [failAfter(1_000 * (longestSeconds.get(url) ?? 0) + up, 'for ever')]
  const isEntry = url === routes.pushEntries.path
  const isKnownSilent = line.silent && scheduler.now() - line.silentSince > justHeardMilliseconds
  if (isEntry && isKnownSilent) ends.push(failAfter(longWaitMilliseconds, 'in a long silence'))
  let endSilence = isEntry ? nothing : failAfter(silentMilliseconds + up, 'in silence')
  return {
    hear() {
      endSilence()
      endSilence = failAfter(silentMilliseconds, 'in silence')
    },
    end() {
      for (const end of [...ends, endSilence]) end()
    },
  }
}

function nothing(): void {}

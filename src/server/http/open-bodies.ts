import { performance } from 'node:perf_hooks'
import { PassThrough, type Readable } from 'node:stream'
import { Refused } from '../base/refused.ts'

/** What may be under way of bodies that have not come yet. */
export type BodyLimits = {
  /** How long a body may be without a byte, and how far behind `bytesPerSecond` it may ever fall. */
  graceSeconds: number
  /** The slowest line that the app's own time limits allow for. */
  bytesPerSecond: number
  open: number
  openPerNetwork: number
  /** Of all that has come of bodies that are not complete. */
  bytes: number
  bytesPerNetwork: number
}

const megabyte = 1024 * 1024

/** A whole municipality may share one network address, and a leader's list may have 20 MB. */
export const usualBodies: BodyLimits = {
  graceSeconds: 10,
  bytesPerSecond: 500,
  open: 400,
  openPerNetwork: 150,
  bytes: 128 * megabyte,
  bytesPerNetwork: 64 * megabyte,
}

/** What has just begun has not shown yet how fast it is, and most of it is complete by then. */
const newMilliseconds = 1_000

type OpenBody = { network: string; since: number; received: number; payload: PassThrough }

export type OpenBodies = {
  /** Answers with the same body, which fails with a refusal when it is too slow, or one too many. */
  watch(body: Readable, network: string): Readable
  /** Ends those that are too slow. */
  sweep(): void
}

/**
 * Watches the bodies that are still to come.
 *
 * Nobody is refused because others are many: beyond a limit the slowest one ends, which is one that sends nothing while
 * there is any. A phone on a poor line therefore gets through beside an attacker at the same address.
 */
export function openBodies(
  limits: BodyLimits,
  onEnded: () => void,
  now: () => number = () => performance.now(),
): OpenBodies {
  const open = new Set<OpenBody>()

  function end(body: OpenBody): void {
    open.delete(body)
    onEnded()
    body.payload.destroy(new Refused('busy', { retryAfterSeconds: 5 }))
  }

  function keepWithin(bodies: readonly OpenBody[], most: { open: number; bytes: number }): void {
    const bytes = bodies.reduce((sum, { received }) => sum + received, 0)
    if (bodies.length <= most.open && bytes <= most.bytes) return
    const [oldest] = bodies
    const old = bodies.filter(({ since }) => now() - since > newMilliseconds)
    const speed = ({ since, received }: OpenBody) => received / (now() - since)
    const slowest = old.length > 0 ? old.reduce((a, b) => (speed(b) < speed(a) ? b : a)) : oldest
    if (slowest !== undefined) end(slowest)
  }

  function keepWithinLimits(network: string): void {
    const ofNetwork = [...open].filter((body) => body.network === network)
    keepWithin(ofNetwork, { open: limits.openPerNetwork, bytes: limits.bytesPerNetwork })
    keepWithin([...open], limits)
  }

  return {
    watch(source, network) {
      const payload = new PassThrough()
      const body: OpenBody = { network, since: now(), received: 0, payload }
      source.on('data', (chunk: Buffer) => {
        body.received += chunk.length
        if (open.has(body)) keepWithinLimits(network)
      })
      source.once('end', () => open.delete(body))
      source.once('close', () => {
        // Its sender went away, and nobody reads the answer.
        if (open.delete(body)) payload.destroy(new Refused('unreadable'))
      })
      // Whoever reads the body hears of it; a body that is not read may fail all the same.
      payload.on('error', () => {})
      payload.once('close', () => {
        open.delete(body)
        // What still comes is thrown away, so that its sender reads the answer.
        source.resume()
      })
      source.pipe(payload)
      open.add(body)
      keepWithinLimits(network)
      return payload
    },
    sweep() {
      for (const body of open) {
        const seconds = (now() - body.since) / 1000 - limits.graceSeconds
        if (seconds > 0 && body.received < seconds * limits.bytesPerSecond) end(body)
      }
    },
  }
}

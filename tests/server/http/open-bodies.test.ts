import { PassThrough, type Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type BodyLimits, openBodies } from '#server/http/open-bodies.ts'

const limits: BodyLimits = {
  graceSeconds: 10,
  bytesPerSecond: 500,
  open: 3,
  openPerNetwork: 2,
  bytes: 10_000,
  bytesPerNetwork: 8_000,
}

function bench() {
  let now = 0
  const bodies = openBodies(
    limits,
    () => {},
    () => now,
  )
  return {
    sweep: bodies.sweep,
    pass(seconds: number) {
      now += seconds * 1_000
    },
    open(network: string) {
      const source = new PassThrough()
      const body = bodies.watch(source, network)
      const seen: { fault: unknown; bytes: number } = { fault: null, bytes: 0 }
      body.on('error', (fault) => (seen.fault = fault))
      body.on('data', (chunk: Buffer) => (seen.bytes += chunk.length))
      return { source, body, seen }
    },
  }
}

async function send({ source }: { source: PassThrough }, bytes: number): Promise<void> {
  source.write(Buffer.alloc(bytes))
  await setImmediate()
}

function isEnded({ body }: { body: Readable }): boolean {
  return body.destroyed
}

test('a body that never comes ends after the grace', () => {
  const { open, pass, sweep } = bench()
  const silent = open('a')

  pass(10)
  sweep()
  const before = isEnded(silent)
  pass(1)
  sweep()

  expect([before, isEnded(silent)]).toEqual([false, true])
})

test('a slow body goes on as long as it keeps up with the slowest line', async () => {
  const { open, pass, sweep } = bench()
  const slow = open('a')
  for (let second = 0; second < 15; second += 1) {
    await send(slow, 100)
    await send(slow, 400)
    pass(1)
    sweep()
  }
  const before = isEnded(slow)
  pass(11)
  sweep()
  await setImmediate()

  expect([before, slow.seen.bytes, isEnded(slow)]).toEqual([false, 7_500, true])
  expect(slow.seen.fault).toMatchObject({ kind: 'busy' })
})

test('beyond the limit of its network the slowest ends, and a newcomer and other networks go on', async () => {
  const { open, pass } = bench()
  const [silent, slow, elsewhere] = [open('a'), open('a'), open('b')]
  await send(slow, 1_000)
  pass(5)

  const newcomer = open('a')
  await setImmediate()

  expect([silent, slow, elsewhere, newcomer].map(isEnded)).toEqual([true, false, false, false])
  expect(silent.seen.fault).toMatchObject({ kind: 'busy' })
})

test('beyond the limit of all the slowest of all ends', async () => {
  const { open, pass } = bench()
  const several = [open('a'), open('b'), open('c')]
  pass(5)

  const newcomer = open('d')
  await setImmediate()

  expect([...several, newcomer].map(isEnded)).toEqual([true, false, false, false])
})

test('too many bytes of one network that are not complete end its slowest body', async () => {
  const { open, pass } = bench()
  const [slow, quick] = [open('a'), open('a')]
  await send(slow, 1_000)
  pass(5)

  await send(quick, 7_001)

  expect([isEnded(slow), isEnded(quick)]).toEqual([true, false])
})

test('what is complete counts no longer', async () => {
  const { open } = bench()
  for (let n = 0; n < 5; n += 1) {
    const { source, seen } = open('a')
    source.end('whole')
    await setImmediate()

    expect(seen).toEqual({ fault: null, bytes: 5 })
  }
})

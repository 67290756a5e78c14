import { once } from 'node:events'
import { withBenchServer } from '../bench-server.ts'
import { measureFloors } from './import-floors.ts'
import { ServerRequest } from './server-request.ts'

const betweenMilliseconds = 1

/**
 * Watches for how long this thread works without coming to anybody else, by its own clock: what other programs do on the
 * machine does not count. Answers the longest since it was asked last.
 */
function watchStretches(): { longest: () => number; end: () => void } {
  let longest = 0
  let before = process.threadCpuUsage()
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before)
    longest = Math.max(longest, (user + system) / 1_000)
    before = process.threadCpuUsage()
  }, betweenMilliseconds)
  return {
    longest() {
      const found = longest
      longest = 0
      return found
    },
    end: () => clearInterval(timer),
  }
}

/** The milliseconds that all threads of this process have worked since it was asked last. */
function cpuMeter(): () => number {
  let before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    before = process.cpuUsage()
    return (user + system) / 1_000
  }
}

/** The server of the benchmark of imports, in a process of its own: its client must not keep it waiting. */
await withBenchServer({ patients: 0, clientFolder: '' }, async (url, _change, useDatabase) => {
  const stretches = watchStretches()
  const cpu = cpuMeter()
  process.send?.({ url })
  for (;;) {
    const [message] = await once(process, 'message')
    const request = ServerRequest.parse(message)
    if (request.kind === 'over') break
    if (request.kind === 'work') process.send?.({ stretch: stretches.longest(), cpu: cpu() })
    else process.send?.(await useDatabase((db) => measureFloors(db, request.people)))
  }
  stretches.end()
})
process.disconnect?.()

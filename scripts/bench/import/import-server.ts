import { once } from 'node:events'
import { withBenchServer } from '../bench-server.ts'

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

/** The server of the benchmark of imports, in a process of its own: its client must not keep it waiting. */
await withBenchServer({ patients: 0, clientFolder: '' }, async (url) => {
  const stretches = watchStretches()
  process.send?.({ url })
  for (;;) {
    const [message] = await once(process, 'message')
    if (message === 'over') break
    process.send?.({ milliseconds: stretches.longest() })
  }
  stretches.end()
})
process.disconnect?.()

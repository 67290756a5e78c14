import { once } from 'node:events'
import { withBenchServer } from '../bench-server.ts'

/** The server of the benchmark of imports, in a process of its own: its client must not keep it waiting. */
await withBenchServer({ patients: 0, clientFolder: '' }, async (url) => {
  process.send?.({ url })
  await once(process, 'message')
})
process.disconnect?.()

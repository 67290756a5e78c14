import { join } from 'node:path'
import { demoSeed } from '#demo/demo-seed.ts'
import { readEnvironment } from '#server/environment.ts'
import { openLog } from '#server/base/log.ts'
import { runServer } from '#server/main.ts'

/** A whole server without the built app, as its environment says, until it is told to stop. */
const environment = readEnvironment(process.env)
const log = openLog(environment.logLevel, process.stderr)
const server = await runServer(environment, log, {
  clientFolder: join(environment.dataDir, 'no-client'),
  seed: demoSeed,
})
process.once('SIGTERM', () => {
  void server.close().then(() => process.exit(0))
})
process.stdout.write(`${server.url}\n`)

import { demoSeed } from '#demo/demo-seed.ts'
import { openLog } from '#server/base/log.ts'
import { readEnvironment } from '#server/environment.ts'
import { runServer } from '#server/main.ts'

// Today's server with the built client in the folder that is named: node tests/support/serve-client.ts FOLDER

const [, , clientFolder] = process.argv
if (clientFolder === undefined) throw new Error('Which folder has the client?')
const environment = readEnvironment(process.env)
const running = await runServer(environment, openLog(environment.logLevel), {
  clientFolder,
  seed: demoSeed,
})
process.once('SIGTERM', () => void running.close())

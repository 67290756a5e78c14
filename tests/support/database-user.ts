import { openDatabaseServer } from '#server/postgres/database-server.ts'

/** A process that uses the embedded database of the data folder it is given, until it is told to stop. */
const server = await openDatabaseServer({ dataDir: process.argv[2] ?? '', databaseUrl: null })
process.once('SIGTERM', () => {
  void server.close().then(() => process.exit(0))
})
process.stdout.write(`${server.kind} ${server.url}\n`)
setInterval(() => {}, 60_000)

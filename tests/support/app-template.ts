import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runApp, templateVariable } from './running-app.ts'

/**
 * Playwright's global set-up: a data folder in which the demo has been started once. Each spec begins on a copy of its
 * own, which spares it making a cluster, migrating it and filling it.
 */
// oxlint-disable-next-line import/no-default-export -- Playwright reads a global set-up as one
export default async function setup(): Promise<() => Promise<void>> {
  const app = await runApp()
  await app.stop()
  // A cluster that had to lie elsewhere would be shared by all copies of the folder that names it.
  if (existsSync(join(app.dataDir, 'database/cluster'))) process.env[templateVariable] = app.dataDir
  return () => app.remove()
}

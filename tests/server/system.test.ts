import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listMunicipalities } from '#server/accounts/municipality-directory.ts'
import { openLog } from '#server/base/log.ts'
import { openSystem, withSystem } from '#server/system.ts'
import { aDataFolder, embeddedIn } from '../support/data-folder.ts'
import { pidFileOf } from '../support/embedded-database.ts'

const log = openLog('silent')

test('a command works while a server runs, and without one, and leaves nothing running', async () => {
  const dataDir = await aDataFolder()
  const countMunicipalities = () =>
    withSystem(embeddedIn(dataDir), log, async ({ db }) => (await listMunicipalities(db)).length)
  const server = await openSystem(embeddedIn(dataDir), log)

  const whileServerRuns = await countMunicipalities()
  const stillRunning = existsSync(pidFileOf(dataDir))
  await server.close()
  const alone = await countMunicipalities()

  expect([whileServerRuns, alone, stillRunning]).toEqual([0, 0, true])
  expect(existsSync(pidFileOf(dataDir))).toBe(false)
})

test('a command that fails leaves nothing running and says why', async () => {
  const dataDir = await aDataFolder()

  const failing = withSystem(embeddedIn(dataDir), log, () =>
    Promise.reject(new Error('no such file')),
  )

  await expect(failing).rejects.toThrow('no such file')
  expect(existsSync(pidFileOf(dataDir))).toBe(false)
})

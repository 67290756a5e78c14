import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const LockedPackage = z.object({
  /** Only where the folder is not named after the package. */
  name: z.string().optional(),
  version: z.string(),
  license: z.string().optional(),
  /** Whether development alone needs it. */
  dev: z.boolean().optional(),
})

const LockFile = z.object({ name: z.string(), packages: z.record(z.string(), LockedPackage) })

/** One folder of `node_modules`, as the lock file fixes it. */
export type InstalledPackage = {
  path: string
  name: string
  version: string
  license: string | null
  isProduction: boolean
}

export type Lock = { project: string; packages: readonly InstalledPackage[] }

export function readLock(root: string): Lock {
  const file = LockFile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  const packages = Object.entries(file.packages)
    // The project itself has no path.
    .filter(([path]) => path !== '')
    .map(([path, locked]) => ({
      path,
      name: locked.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: locked.version,
      license: locked.license ?? null,
      isProduction: locked.dev !== true,
    }))
  return { project: file.name, packages }
}

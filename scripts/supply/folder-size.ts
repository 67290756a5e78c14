import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The sum of the files below a folder, in megabytes; a link counts as itself. */
export function folderMegabytes(folder: string): number {
  return bytesBelow(folder) / 1_000_000
}

function bytesBelow(folder: string): number {
  let bytes = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    bytes += entry.isDirectory() ? bytesBelow(path) : lstatSync(path).size
  }
  return bytes
}

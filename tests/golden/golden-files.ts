import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version that this build speaks and stores. Its golden files are added to, and never changed. */
export const presentVersion = 1

export function versionFolder(version: number): string {
  return join(import.meta.dirname, `version-${version}`)
}

/** The versions of which there are golden files. */
export const goldenVersions = readdirSync(import.meta.dirname)
  .flatMap((name) => /^version-(\d+)$/.exec(name)?.[1] ?? [])
  .map(Number)

export type GoldenMessage = { name: string; file: string; line: number; value: unknown }

/**
 * All golden messages of a version. A file has one route and direction, and one message a line. Those of a real run
 * lie in `NAME.json`; `NAME.made.json` has what the run did not show, made from the schema.
 */
export function goldenMessages(version: number): GoldenMessage[] {
  const folder = join(versionFolder(version), 'messages')
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((file) => {
    const values: unknown[] = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const name = file.replace(/(\.made)?\.json$/, '')
    return values.map((value, index) => ({ name, file, line: index + 2, value }))
  })
}

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The words that stand in a browser profile's files, as UTF-8, UTF-16 or Latin-1. The browser must
 * have ended. Compressed blocks hide words, so what lies in the stores is dumped as well
 * (`dump-origin.ts`).
 */
export async function wordsInProfile(profile: string, words: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const entry of await readdir(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = await readFile(join(entry.parentPath, entry.name))
    for (const word of words) {
      const writings = (['utf8', 'utf16le', 'latin1'] as const).map((e) => Buffer.from(word, e))
      if (writings.some((writing) => bytes.includes(writing))) found.add(word)
    }
  }
  return [...found]
}

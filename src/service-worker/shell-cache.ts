const prefix = 'beredt-shell-'

/** One cache for each version: index.html names every other file by its hash, so its own says which. */
export function shellCacheName(
  entries: readonly { url: string; revision?: string | null }[],
): string {
  const revision = entries.find(({ url }) => url === 'index.html')?.revision
  if (revision === undefined || revision === null) throw new Error('index.html is not precached.')
  return prefix + revision
}

/** The version before is kept until the new one has shown its first screen. */
export async function deleteOlderShells(
  caches: Pick<CacheStorage, 'keys' | 'delete'>,
  current: string,
): Promise<void> {
  const names = await caches.keys()
  const older = names.filter((name) => name.startsWith(prefix) && name !== current)
  await Promise.all(older.map((name) => caches.delete(name)))
}

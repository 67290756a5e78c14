const prefix = 'beredt-shell-'

/** Held by whoever stores or deletes shells, so that none is deleted while it is being stored. */
const lockName = 'beredt-shells'

/** One cache for each version: index.html names every other file by its hash, so its own says which. */
export function shellCacheName(
  entries: readonly { url: string; revision?: string | null }[],
): string {
  const revision = entries.find(({ url }) => url === 'index.html')?.revision
  if (revision === undefined || revision === null) throw new Error('index.html is not precached.')
  return prefix + revision
}

/** Stores a shell. Until that is done, no other version deletes what is there of it. */
export async function storeShell(
  locks: LockManager,
  install: () => Promise<unknown>,
): Promise<void> {
  await locks.request(lockName, install)
}

/**
 * Deletes every shell but `own`, once nobody can need another: no version is installed, waits or has
 * taken over, and every open tab has shown its first screen from `own`.
 *
 * No order is asked for. A browser keeps one version that runs, one that waits and one that is being
 * installed, so what is left belongs to versions that were replaced or never came whole. A version
 * that was rolled back to is no older than the one it replaces.
 */
export async function deleteUnusedShells(
  { caches, locks, hasSuccessor, doAllTabsRun }: Surroundings,
  own: string,
): Promise<void> {
  if (hasSuccessor() || !(await doAllTabsRun())) return
  await locks.request(lockName, { ifAvailable: true }, async (lock) => {
    // Asked again, because another version may have been stored while the tabs were asked.
    if (lock === null || hasSuccessor()) return
    const names = await caches.keys()
    const unused = names.filter((name) => name.startsWith(prefix) && name !== own)
    await Promise.all(unused.map((name) => caches.delete(name)))
  })
}

type Surroundings = {
  caches: Pick<CacheStorage, 'keys' | 'delete'>
  locks: LockManager
  hasSuccessor: () => boolean
  doAllTabsRun: () => Promise<boolean>
}

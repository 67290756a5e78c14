const prefix = 'beredt-shell-'

/** The lock for storing and deleting shells, so that none is deleted while it is being stored. */
const lockName = 'beredt-shells'

/** Names one cache per version, by the hash of index.html, which contains the hashes of all other files. */
export function shellCacheName(
  entries: readonly { url: string; revision?: string | null }[],
): string {
  const revision = entries.find(({ url }) => url === 'index.html')?.revision
  if (revision === undefined || revision === null) throw new Error('index.html is not precached.')
  return prefix + revision
}

/** Stores a shell. Until it is complete, no other version deletes a part of it. */
export async function storeShell(
  locks: LockManager,
  install: () => Promise<unknown>,
): Promise<void> {
  await locks.request(lockName, install)
}

/**
 * Deletes every shell but `own`, when no other can be needed: no version is being installed, is waiting
 * or has taken over, and every open tab has shown its first screen from `own`.
 *
 * Versions are not compared by age. A browser keeps one version that runs, one that waits and one that
 * is being installed, so every other shell belongs to a version that was replaced or never completed.
 * After a rollback, the older version is the one that runs.
 */
export async function deleteUnusedShells(
  { caches, locks, hasSuccessor, doAllTabsRun }: ShellServices,
  own: string,
): Promise<void> {
  if (hasSuccessor() || !(await doAllTabsRun())) return
  await locks.request(lockName, { ifAvailable: true }, async (lock) => {
    // Checked again, because another version may have been stored while the tabs were asked.
    if (lock === null || hasSuccessor()) return
    const names = await caches.keys()
    const unused = names.filter((name) => name.startsWith(prefix) && name !== own)
    await Promise.all(unused.map((name) => caches.delete(name)))
  })
}

type ShellServices = {
  caches: Pick<CacheStorage, 'keys' | 'delete'>
  locks: LockManager
  hasSuccessor: () => boolean
  doAllTabsRun: () => Promise<boolean>
}

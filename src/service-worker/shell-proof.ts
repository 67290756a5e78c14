/** A file of the shell. A file without an integrity is never executed, so it must only exist. */
export type ShellFile = { url: string; cacheKey: string; integrity: string | undefined }

type ShellCache = Pick<Cache, 'match' | 'put' | 'delete'>

/**
 * Reads files of the shell and compares each with its hash from the build. A missing or damaged file
 * is fetched again if there is a network. Answers the URLs of files that are still missing.
 */
export async function repairShell(
  cache: ShellCache,
  files: readonly ShellFile[],
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): Promise<string[]> {
  const whole = await Promise.all(files.map((file) => repairFile(cache, file, fetch)))
  return files.filter((_, at) => whole[at] === false).map(({ url }) => url)
}

/**
 * The file as it was built; null when it is missing or damaged and no network has it. What was compared is a copy: an answer that is
 * the browser's own comes with its compiled script.
 */
export async function findWhole(
  cache: ShellCache,
  file: ShellFile,
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): Promise<Response | null> {
  const stored = await cache.match(file.cacheKey).catch(() => undefined)
  if (stored !== undefined && (await isStoredWhole(cache, file))) return stored
  return (await fetchAnew(cache, file, fetch))?.fresh ?? null
}

async function repairFile(
  cache: ShellCache,
  file: ShellFile,
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): Promise<boolean> {
  if (await isStoredWhole(cache, file)) return true
  return (await fetchAnew(cache, file, fetch))?.isStored ?? false
}

/** What the browser cannot read back is as good as missing. */
function isStoredWhole(cache: ShellCache, file: ShellFile): Promise<boolean> {
  return isWhole(cache.match(file.cacheKey), file).catch(() => false)
}

/** Null when nobody answers with the file. On a full disk it stays missing, and the network serves it as long as there is one. */
async function fetchAnew(
  cache: ShellCache,
  file: ShellFile,
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): Promise<{ fresh: Response; isStored: boolean } | null> {
  // A damaged file would be served in place of the one on the server.
  await cache.delete(file.cacheKey).catch(() => false)
  const fresh = await fetch(file.url, { cache: 'reload', credentials: 'same-origin' }).catch(
    () => undefined,
  )
  const copy = fresh?.clone()
  if (fresh?.ok !== true || !(await isWhole(copy, file).catch(() => false))) return null
  const isStored = await cache.put(file.cacheKey, fresh.clone()).then(
    () => true,
    () => false,
  )
  return { fresh, isStored }
}

async function isWhole(
  found: Response | undefined | Promise<Response | undefined>,
  { integrity }: ShellFile,
): Promise<boolean> {
  const response = await found
  if (response === undefined) return false
  if (integrity === undefined) return true
  const hash = await crypto.subtle.digest('SHA-256', await response.arrayBuffer())
  return integrity === `sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`
}

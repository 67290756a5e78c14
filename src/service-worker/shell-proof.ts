/** A file of the shell. A file without an integrity is never executed, so it must only exist. */
export type ShellFile = { url: string; cacheKey: string; integrity: string | undefined }

/**
 * Reads every file of the shell and compares it with its hash from the build. A missing or damaged file
 * is fetched again if there is a network. Answers the URLs of files that are still missing or damaged.
 */
export async function repairShell(
  cache: Pick<Cache, 'match' | 'put'>,
  files: readonly ShellFile[],
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): Promise<string[]> {
  const broken: string[] = []
  for (const file of files) {
    if (await isWhole(await cache.match(file.cacheKey), file)) continue
    const fresh = await fetch(file.url, { cache: 'reload', credentials: 'same-origin' }).catch(
      () => undefined,
    )
    if (fresh?.ok === true && (await isWhole(fresh.clone(), file))) {
      await cache.put(file.cacheKey, fresh)
    } else broken.push(file.url)
  }
  return broken
}

async function isWhole(response: Response | undefined, { integrity }: ShellFile): Promise<boolean> {
  if (response === undefined) return false
  if (integrity === undefined) return true
  const hash = await crypto.subtle.digest('SHA-256', await response.arrayBuffer())
  return integrity === `sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`
}

/** A file of the shell. Without an integrity it is only looked for: nothing is started from it. */
export type ShellFile = { url: string; cacheKey: string; integrity: string | undefined }

/**
 * Reads every file of the shell and compares it with what was built. What is missing or damaged is
 * fetched anew where there is a network. Answers the addresses of those that still are.
 */
export async function mendShell(
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

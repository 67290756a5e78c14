import type { Page } from '@playwright/test'

export const damages = ['missing', 'emptied', 'cut', 'altered'] as const
type Damage = (typeof damages)[number]

/** The hash of each file that the phone has stored of the oldest shell, by the path of its address. */
export function hashesOfShell(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const [name = ''] = await caches.keys()
    const cache = await caches.open(name)
    const hashes: Record<string, string> = {}
    for (const key of await cache.keys()) {
      const stored = await cache.match(key)
      const bytes = await stored?.arrayBuffer()
      const hash = await crypto.subtle.digest('SHA-256', bytes ?? new ArrayBuffer(0))
      hashes[new URL(key.url).pathname] = [...new Uint8Array(hash)].join('.')
    }
    return hashes
  })
}

/** Takes a stored file of the oldest shell away, or leaves something else in its place. */
export function damageFile(page: Page, path: string, damage: Damage): Promise<void> {
  return page.evaluate(
    async ([wanted, how]) => {
      const [name = ''] = await caches.keys()
      const cache = await caches.open(name)
      const key = (await cache.keys()).find(({ url }) => new URL(url).pathname === wanted)
      const stored = key === undefined ? undefined : await cache.match(key)
      if (key === undefined || stored === undefined) throw new Error(`${wanted} is not stored.`)
      if (how === 'missing') {
        await cache.delete(key)
        return
      }
      const { headers } = stored
      const bytes = new Uint8Array(await stored.arrayBuffer())
      const middle = Math.floor(bytes.length / 2)
      if (how === 'altered') bytes[middle] = (bytes[middle] ?? 0) ^ 1
      const left = how === 'emptied' ? 0 : how === 'cut' ? middle : bytes.length
      await cache.put(key, new Response(bytes.slice(0, left), { headers }))
    },
    [path, damage] as const,
  )
}

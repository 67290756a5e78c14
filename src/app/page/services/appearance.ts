export type Scheme = 'auto' | 'light' | 'dark'

const key = 'beredt.appearance'

/** Light or dark: the phone's setting, or the employee's choice in this app. */
export function appearance(root: HTMLElement, storage: Storage) {
  const listeners = new Set<() => void>()
  let scheme = schemeOf(storage.getItem(key))
  root.dataset['colorScheme'] = scheme

  return {
    current: () => scheme,
    choose(next: Scheme): void {
      scheme = next
      storage.setItem(key, next)
      root.dataset['colorScheme'] = next
      for (const listener of listeners) listener()
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type Appearance = ReturnType<typeof appearance>

export function schemeOf(stored: string | null): Scheme {
  return stored === 'light' || stored === 'dark' ? stored : 'auto'
}

/** Hides what is on the screen until the lock screen has taken its place. */
export type ScreenCover = { put(): void; take(): void }

export function screenCover(page: Document): ScreenCover {
  const cover = page.createElement('div')
  cover.className = 'cover'
  return { put: () => page.body.append(cover), take: () => cover.remove() }
}

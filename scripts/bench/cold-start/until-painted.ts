import type { Page } from '@playwright/test'

/** What is waited for: a text that can be read, or an element. */
type Painted = { text: string } | { element: string }

/** The page looks for itself at every frame: Playwright looks twice a second, and would round up to that. */
export function untilPainted(page: Page, wanted: Painted): Promise<void> {
  return page.evaluate(`new Promise((resolve, reject) => {
    const { text, element } = ${JSON.stringify(wanted)}
    setTimeout(() => reject(new Error('The screen never showed: ' + (text ?? element))), 60_000)
    const isShown = () => element === undefined
      ? document.body?.textContent.includes(text) && document.body.innerText.includes(text)
      : document.querySelector(element)?.checkVisibility() === true
    const look = () =>
      requestAnimationFrame(isShown() ? () => setTimeout(resolve) : look)
    look()
  })`)
}

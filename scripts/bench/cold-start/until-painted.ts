import type { Page } from '@playwright/test'

/** The page looks for itself at every frame: Playwright looks twice a second, and would round up to that. */
const looking = `
  const frameWhen = (isShown, what) => new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('The screen never showed: ' + what)), 60_000)
    const look = () => requestAnimationFrame(isShown() ? () => setTimeout(resolve) : look)
    look()
  })
  const textIsPainted = (text) => frameWhen(
    () => document.body?.textContent.includes(text) && document.body.innerText.includes(text),
    text,
  )`

export function untilPainted(page: Page, text: string): Promise<void> {
  return page.evaluate(`(() => { ${looking}; return textIsPainted(${JSON.stringify(text)}) })()`)
}

/**
 * Until the page has painted that it took a digit. The page presses the key itself, in the first frame that asks for the code: what
 * Playwright presses arrives some messages between processes later.
 */
export function untilDigitTaken(page: Page, question: string, digit: string): Promise<void> {
  return page.evaluate(`(async () => {
    ${looking}
    await textIsPainted(${JSON.stringify(question)})
    document.dispatchEvent(new KeyboardEvent('keydown', { key: ${JSON.stringify(digit)}, bubbles: true }))
    const isFull = () => document.querySelector('.code-dots__full')?.checkVisibility() === true
    await frameWhen(isFull, 'the first digit')
  })()`)
}

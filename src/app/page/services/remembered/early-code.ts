import { employeeKey, handedOver } from './employee-mark.ts'

/** After this long whoever waits is to see what the app says of it. The digits are kept. */
const patienceMilliseconds = 8_000
const mostDigits = 12

let digits = ''
let isEntered = false
let stop: (() => void) | null = null

/**
 * Shows the lock screen's frame of `index.html` on a phone where an employee has unlocked before, and takes the digits that are
 * typed until the app's own screen is there. It belongs to the first script, and needs nothing of the app.
 */
export function startEarlyCode(page: Document): void {
  const frame = page.querySelector<HTMLElement>('#lock-frame')
  const root = page.querySelector('#root')
  const employee = localStorage.getItem(employeeKey)
  if (frame === null || root === null) return
  if (employee === null || employee === handedOver) return frame.remove()
  frame.hidden = false

  const type = (digit: string) => {
    digits = (digits + digit).slice(0, mostDigits)
    isEntered = false
    drawDots(frame)
  }
  const remove = () => {
    digits = digits.slice(0, -1)
    drawDots(frame)
  }
  const press = ({ target }: Event) => {
    const key = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null
    const pressed = key?.dataset['key']
    if (pressed === 'remove') remove()
    else if (pressed !== undefined) type(pressed)
  }
  const write = ({ key }: KeyboardEvent) => {
    if (/^\d$/.test(key)) type(key)
    if (key === 'Enter') isEntered = true
    if (key === 'Backspace') remove()
  }
  frame.addEventListener('click', press)
  page.addEventListener('keydown', write)
  // Any screen that has opened takes the frame's place, also one that asks for no code.
  const opened = new MutationObserver(() => {
    if (root.querySelector('.screen[aria-busy="false"]') !== null) end()
  })
  opened.observe(root, { childList: true, subtree: true, attributeFilter: ['aria-busy'] })
  const impatient = setTimeout(() => {
    frame.hidden = true
  }, patienceMilliseconds)

  stop = () => {
    clearTimeout(impatient)
    opened.disconnect()
    page.removeEventListener('keydown', write)
    frame.remove()
  }
}

/** What was typed before the app was there, and whether Enter was pressed after it. */
export type EarlyCode = { typed: string; isEntered: boolean }

/** Ends the frame, and hands over what was typed. */
export function takeEarlyCode(take: (early: EarlyCode) => void): void {
  const early = { typed: digits, isEntered }
  end()
  if (early.typed !== '') take(early)
}

function end(): void {
  digits = ''
  isEntered = false
  stop?.()
  stop = null
}

function drawDots(frame: HTMLElement): void {
  for (const [at, dot] of frame.querySelectorAll('.code-dots i').entries()) {
    dot.classList.toggle('code-dots__full', at < digits.length)
  }
}

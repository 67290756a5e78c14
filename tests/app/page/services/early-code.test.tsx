import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import {
  type EarlyCode,
  startEarlyCode,
  takeEarlyCode,
} from '#app/page/services/remembered/early-code.ts'
import { employeeKey, handedOver } from '#app/page/services/remembered/employee-mark.ts'

beforeEach(() => {
  localStorage.setItem(employeeKey, crypto.randomUUID())
  document.body.innerHTML = `
    <div id="root"></div>
    <section id="lock-frame" hidden>
      <div class="code-dots">${'<i></i>'.repeat(6)}</div>
      <button data-key="4">4</button><button data-key="7">7</button><button data-key="remove">Slett</button>
    </section>`
})

afterEach(() => {
  takeEarlyCode(() => {})
  localStorage.removeItem(employeeKey)
  document.body.innerHTML = ''
})

test('digits that are pressed and typed before the app is there are handed over once', async () => {
  startEarlyCode(document)
  await press('4')
  await userEvent.keyboard('711x')
  await press('remove')

  expect(document.querySelectorAll('.code-dots__full')).toHaveLength(3)
  const take = vi.fn<(early: EarlyCode) => void>()
  takeEarlyCode(take)
  takeEarlyCode(take)

  expect(take.mock.calls).toEqual([[{ typed: '471', isEntered: false }]])
  expect(document.querySelector('#lock-frame')).toBeNull()
})

test('an Enter that was pressed early is handed over with the digits', async () => {
  startEarlyCode(document)
  await userEvent.keyboard('471903{Enter}')

  const take = vi.fn<(early: EarlyCode) => void>()
  takeEarlyCode(take)

  expect(take.mock.calls).toEqual([[{ typed: '471903', isEntered: true }]])
})

test('what is typed after it was handed over is the screen’s own', async () => {
  startEarlyCode(document)
  takeEarlyCode(() => {})
  await userEvent.keyboard('4')

  const take = vi.fn<(early: EarlyCode) => void>()
  takeEarlyCode(take)

  expect(take).not.toHaveBeenCalled()
})

test('a screen that asks for no code takes the frame’s place, and what was typed is gone', async () => {
  startEarlyCode(document)
  await userEvent.keyboard('47')
  const root = document.querySelector('#root')
  root?.insertAdjacentHTML('beforeend', '<main class="screen" aria-busy="true"></main>')
  await Promise.resolve()
  expect(document.querySelector('#lock-frame')).not.toBeNull()

  root?.querySelector('.screen')?.setAttribute('aria-busy', 'false')

  await expect.poll(() => document.querySelector('#lock-frame')).toBeNull()
  const take = vi.fn<(early: EarlyCode) => void>()
  takeEarlyCode(take)
  expect(take).not.toHaveBeenCalled()
})

test.each([
  { when: 'nobody has unlocked here', mark: null },
  { when: 'the phone was handed over', mark: handedOver },
])('no code is asked for when $when', ({ mark }) => {
  if (mark === null) localStorage.removeItem(employeeKey)
  else localStorage.setItem(employeeKey, mark)

  startEarlyCode(document)

  expect(document.querySelector('#lock-frame')).toBeNull()
})

async function press(key: string): Promise<void> {
  const button = document.querySelector(`[data-key="${key}"]`)
  if (button === null) throw new Error(`The frame has no key «${key}».`)
  await userEvent.click(button)
}

import { page } from 'vitest/browser'
import { afterEach, expect, test } from 'vitest'
import { plusMinutes } from '#domain/time/instant.ts'
import { aContactReading, aContactRow, aNamed, aPerson } from '../../../../support/an-outage.ts'
import { night, openReading } from '../../../../support/page-bench.tsx'
import {
  afterCall,
  personPhone,
  somby,
  sombyIs,
  sombyRow,
} from '../../../../support/person-phone.ts'

const answers = ['Snakket med – OK', 'Svarer ikke', 'Trenger besøk']

afterEach(() => page.viewport(414, 896))

test('on the smallest phone the answers are the first that is seen, also of a red row', async () => {
  await page.viewport(320, 568)
  const { bench } = personPhone(
    aPerson(somby, { rows: [{ ...sombyRow, redAfter: plusMinutes(night, -5) }] }),
  )
  const screen = await bench.draw(afterCall)

  for (const name of answers) await expectReachable(screen.getByRole('button', { name }))
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
})

test('back from a call far down on a list she sees the answers, not where the list was', async () => {
  await page.viewport(320, 568)
  const many = Array.from({ length: 30 }, (_, n) => aNamed(n + 10, `Bruker ${n}, Anne`))
  const { bench } = personPhone(aPerson(somby, { rows: [sombyRow] }), {
    contactList: () =>
      Promise.resolve(
        openReading(aContactReading({ mine: [...many, somby].map((of) => aContactRow(of)) })),
      ),
  })
  const screen = await bench.draw('/ikke-fatt-kontakt')
  const call = screen.getByRole('link', { name: /^Ring Somby, Máret/ })
  await expect.element(call).toBeVisible()
  call.element().scrollIntoView({ block: 'center' })
  expect(globalThis.scrollY).toBeGreaterThan(500)

  await pressNumber(call.element())

  await expect.element(screen.getByText('Du ringte 03:12. Hvordan gikk det?')).toBeVisible()
  for (const name of answers) await expectReachable(screen.getByRole('button', { name }))
})

test('what she answered stays where she pressed it, and the next call stands at the thumb', async () => {
  await page.viewport(320, 568)
  const phone = personPhone(undefined, {
    nextOnList: () => Promise.resolve(openReading(aNamed(4, 'Haugen, Per Arne'))),
  })
  const screen = await phone.bench.draw(afterCall)
  const ok = screen.getByRole('button', { name: 'Snakket med – OK' })
  await expect.element(ok).toBeVisible()
  const { top } = ok.element().getBoundingClientRect()

  phone.now(aPerson(somby, { rows: [sombyRow], contact: sombyIs('spokenOk') }))

  await expectReachable(screen.getByRole('link', { name: 'Ring neste: Haugen, Per Arne' }))
  expect(ok.element().getBoundingClientRect().top).toBe(top)
})

/** On the screen, whole, and with nothing in front of it. */
async function expectReachable(target: ReturnType<typeof page.getByRole>): Promise<void> {
  await expect.element(target).toBeVisible()
  const element = target.element()
  const { left, top, bottom, width } = element.getBoundingClientRect()
  const corners = [top + 3, bottom - 3].map((y) => document.elementFromPoint(left + width / 2, y))
  expect(corners.map((hit) => hit !== null && element.contains(hit))).toEqual([true, true])
}

/** The page's part of a press on a number; the browser's own would leave the test for a telephone. */
async function pressNumber(link: Element): Promise<void> {
  link.addEventListener('click', (event) => event.preventDefault(), { once: true })
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  await Promise.resolve()
}

import { afterEach, expect, test, vi } from 'vitest'
import { DeviceRequestId } from '#domain/base/ids.ts'
import { refused } from '#domain/base/result.ts'
import { axeFindings } from '../../../../support/axe.ts'
import { code, monday, screenBench } from '../../../../support/screen-bench.tsx'

afterEach(() => {
  vi.useRealTimers()
})

const waits = refused({
  kind: 'awaitingApproval',
  text: 'En leder må godkjenne telefonen før den kan tas i bruk.',
  waiting: {
    id: DeviceRequestId.parse('0001e240-0000-4000-8000-000000000000'),
    requestedAt: monday,
  },
} as const)
const rejects = refused({ kind: 'deviceRejected', text: 'Nei.' } as const)
const offline = refused({ kind: 'unreachable' } as const)
const old = refused({ kind: 'signInAgain', text: 'Skriv passordet ditt en gang til.' } as const)

/** A phone of which the server says what the test wants, with the code typed and sent. */
async function aWaitingPhone() {
  // The poll alone: what waits for the screen keeps its own time.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const bench = await screenBench()
  const asked: string[] = []
  let says: typeof waits | typeof rejects | typeof offline | typeof old | 'approved' = waits
  bench.services.api = {
    ...bench.services.api,
    enrolDevice(request) {
      const { devicePublicKey, authorPublicKey, recipientPublicKey } = request
      // The signatures are new each time, over a nonce that is used once.
      asked.push(JSON.stringify([devicePublicKey, authorPublicKey, recipientPublicKey]))
      return says === 'approved' ? bench.vouchFor(request) : Promise.resolve(says)
    },
  }
  const screen = await bench.draw('/klargjor')
  const label = screen.getByRole('textbox', { name: 'Hva heter telefonen? Se lappen bak.' })
  await label.fill('Nord 2 – 04')
  await screen.getByLabelText('Koden din').fill(code)
  await screen.getByLabelText('Koden en gang til').fill(code)
  const timersBefore = vi.getTimerCount()
  await screen.getByRole('button', { name: 'Lag koden' }).click()
  await expect.element(screen.getByText('Venter på lederen din')).toBeVisible()
  // It stands on the screen a moment before the clock and the asking begin.
  await expect.poll(() => vi.getTimerCount()).toBe(timersBefore + 2)
  return {
    screen,
    label,
    asked,
    setAnswer(next: typeof says): void {
      says = next
    },
    tryAgain: () => screen.getByRole('button', { name: 'Prøv igjen' }).click(),
  }
}

test('a phone that waits shows what the leader compares, and axe finds nothing', async () => {
  const { screen, label } = await aWaitingPhone()

  await expect.element(screen.getByText('Nord 2 – 04')).toBeVisible()
  await expect.element(screen.getByText('i dag 16:08')).toBeVisible()
  await expect.element(screen.getByText('123 456')).toBeVisible()
  await expect.element(label).not.toBeInTheDocument()
  expect(await axeFindings()).toEqual([])
})

test('it asks by itself every fifteen seconds for the same keys, and goes on when approved', async () => {
  const phone = await aWaitingPhone()
  vi.advanceTimersByTime(14_000)
  expect(phone.asked).toHaveLength(1)
  vi.advanceTimersByTime(1_000)
  await expect.poll(() => phone.asked.length).toBe(2)
  await expect.element(phone.screen.getByRole('button', { name: 'Prøv igjen' })).toBeEnabled()

  phone.setAnswer('approved')
  vi.advanceTimersByTime(15_000)

  await expect.element(phone.screen.getByText('Ikke klar ennå.')).toBeVisible()
  expect(new Set(phone.asked).size).toBe(1)
  expect(phone.asked).toHaveLength(3)
})

test('without network it says so and waits on', async () => {
  const { screen, setAnswer, tryAgain } = await aWaitingPhone()
  setAnswer(offline)

  await tryAgain()
  await expect.element(screen.getByText(/Får ikke kontakt med serveren/)).toBeVisible()
  await expect.element(screen.getByText('Venter på lederen din')).toBeVisible()
  setAnswer('approved')
  await tryAgain()

  await expect.element(screen.getByText('Ikke klar ennå.')).toBeVisible()
})

test('rejected, it says what to do and asks no more; what was typed is still there', async () => {
  const { screen, label, asked, setAnswer, tryAgain } = await aWaitingPhone()
  setAnswer(rejects)
  await tryAgain()

  await expect.element(screen.getByText('Lederen godkjente ikke telefonen')).toBeVisible()
  expect(await axeFindings()).toEqual([])
  vi.advanceTimersByTime(60_000)
  expect(asked).toHaveLength(2)
  await screen.getByRole('button', { name: 'Tilbake' }).click()
  await expect.element(label).toHaveValue('Nord 2 – 04')
  setAnswer('approved')
  await screen.getByRole('button', { name: 'Lag koden' }).click()

  await expect.element(screen.getByText('Ikke klar ennå.')).toBeVisible()
  expect(new Set(asked).size).toBe(2)
})

test('when the session has ended meanwhile, only the password is asked for', async () => {
  const { screen, label, setAnswer, tryAgain } = await aWaitingPhone()
  setAnswer(old)

  await tryAgain()

  await expect
    .element(screen.getByLabelText('Passord'))
    .toHaveAccessibleDescription(/Skriv passordet ditt en gang til/)
  await expect.element(label).toHaveValue('Nord 2 – 04')
})

import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { useCalmRows } from '#app/page/features/outage/use-calm-rows.ts'

type Named = { id: string; said: string }

function List({ rows }: { rows: readonly Named[] }) {
  const calm = useCalmRows(rows, ({ id }) => id)
  return <p>{calm.map(({ id, said }) => `${id}${said}`).join(' ')}</p>
}

const row = (id: string, said = '') => ({ id, said })

function touch(): void {
  window.dispatchEvent(new Event('pointerdown'))
}

test('rows that are not touched stand in their newest order', async () => {
  const screen = await render(<List rows={[row('a'), row('b')]} />)

  await screen.rerender(<List rows={[row('b'), row('a')]} />)

  await expect.element(screen.getByText('b a')).toBeVisible()
})

test('while they are touched they stay, say what is new, and take others below', async () => {
  const screen = await render(<List rows={[row('a'), row('b')]} />)
  touch()
  await screen.rerender(<List rows={[row('c'), row('b', '!'), row('a')]} />)

  await expect.element(screen.getByText('a b! c')).toBeVisible()
  await expect.element(screen.getByText('c b! a'), { timeout: 4_000 }).toBeVisible()
})

test('a row that is gone stays until she lets go', async () => {
  const screen = await render(<List rows={[row('a'), row('b')]} />)
  touch()
  await screen.rerender(<List rows={[row('b')]} />)

  await expect.element(screen.getByText('a b')).toBeVisible()
  await expect.element(screen.getByText(/^b$/), { timeout: 4_000 }).toBeVisible()
})

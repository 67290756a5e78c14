import { page } from 'vitest/browser'
import { expect, test } from 'vitest'
import { KeyId } from '#domain/base/ids.ts'
import { accepted } from '#domain/base/result.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { pageBench } from '../../../../support/page-bench.tsx'

const root = KeyId.parse('SBNJTRN-FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I')
const other = KeyId.parse('TBNJTRN-FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I')
const code = '909MJ-K8KFR-B33EX-307AT'
const unconfirmed = { server: { root, confirmed: false } }
const confirmed = { server: { root, confirmed: true } }

test('answers of another server are said in red on every screen, with what to do', async () => {
  const sync = { server: 'unvouched', line: 'online', lastAnswerAt: null } as const
  const bench = pageBench({ sync, status: confirmed })
  const screen = await bench.draw('/mer')
  await expect
    .element(screen.getByRole('alert'))
    .toMatchTextContent(
      /Svarene er ikke fra kommunens server.*Ingenting hentes.*Det du skriver, er trygt/,
    )
  expect(screen.getByText(/Alt er sendt og bekreftet/).query()).toBeNull()

  await screen.getByRole('link', { name: 'Hva gjør jeg?' }).click()

  await expect.element(screen.getByRole('heading', { name: 'Kommunens server' })).toBeVisible()
  await expect.element(screen.getByText(/bruk mobilnettet/)).toBeVisible()
  await expect.element(screen.getByText(/blir sendt etterpå/)).toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: 'Registrer telefonen på nytt' }))
    .toHaveAttribute('href', '/klargjor-pa-nytt')
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('the red line takes two rows of a phone', async () => {
  await page.viewport(390, 844)
  const screen = await pageBench({ sync: { server: 'unvouched' }, status: confirmed }).draw('/mer')
  const line = screen.getByRole('alert')
  await expect.element(line).toBeVisible()

  const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(line.element())
  const text = line.element().clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)

  expect(Math.round(text / parseFloat(lineHeight))).toBe(2)
})

test('nothing is said of a server that is confirmed, or not met yet', async () => {
  for (const server of ['confirmed', 'notMet'] as const) {
    const screen = await pageBench({ sync: { server }, status: confirmed }).draw('/mer')
    await expect.element(screen.getByRole('heading', { name: 'Mer' })).toBeVisible()
    expect(screen.getByText(/[Ss]erveren er ikke/).query()).toBeNull()
    expect(screen.getByText(/kommunens server\./).query()).toBeNull()
    await screen.unmount()
  }
})

test.each(['/mer', '/sendt'])('%s says calmly that the server is not confirmed', async (path) => {
  const bench = pageBench({ sync: { server: 'unconfirmed' }, status: unconfirmed })

  const screen = await bench.draw(path)

  await expect.element(screen.getByText('Serveren er ikke bekreftet')).toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: 'Slik bekrefter du' }))
    .toHaveAttribute('href', '/kommunens-server')
  expect(screen.getByRole('alert').query()).toBeNull()
})

test('the server is confirmed by the code from elsewhere, in whatever form it is typed', async () => {
  const asked: KeyId[] = []
  const bench = pageBench({
    status: unconfirmed,
    vault: {
      confirmServer(given) {
        asked.push(given)
        bench.setStatus(confirmed)
        return Promise.resolve(accepted(null))
      },
    },
  })
  const screen = await bench.draw('/kommunens-server')
  const field = screen.getByLabelText('Koden fra leder eller ark')
  const compare = screen.getByRole('button', { name: 'Sammenlign' })

  await field.fill('909MJ')
  await compare.click()
  await expect.element(field).toHaveAccessibleDescription(/alle tjue tegnene/)
  await field.fill('909MJ-K8KFR-B33EX-307AV')
  await compare.click()
  await expect.element(field).toHaveAccessibleDescription(/ikke den samme/)
  expect(asked).toEqual([])
  await field.fill(code.toLowerCase().replaceAll('-', ' '))
  await compare.click()

  await expect.element(screen.getByText('Serveren er bekreftet')).toBeVisible()
  expect(asked).toEqual([root])
})

test('the link of another server confirms nothing', async () => {
  const bench = pageBench({ status: unconfirmed })
  const screen = await bench.draw(`/klargjor#rot=${other}`)
  await expect.element(screen.getByText('Serveren er ikke bekreftet')).toBeVisible()

  await screen.getByRole('button', { name: 'Sammenlign' }).click()

  await expect
    .element(screen.getByLabelText('Koden fra leder eller ark'))
    .toHaveAccessibleDescription(/ikke den samme/)
})

test('a leader shows the code, the link and its QR code to a colleague with a new phone', async () => {
  const bench = pageBench({ role: 'sectionLeader', status: confirmed })
  const more = await bench.draw('/mer')
  await more.getByRole('link', { name: /Kode for nye telefoner/ }).click()

  await expect.element(more.getByText('909MJ', { exact: true })).toBeVisible()
  await expect.element(more.getByText('307AT', { exact: true })).toBeVisible()
  await expect.element(more.getByText(`${location.origin}/klargjor#rot=${root}`)).toBeVisible()
  await expect.element(more.getByRole('img', { name: 'QR-kode med lenken' })).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a leader whose own phone is not confirmed is told before she gives the code to others', async () => {
  const bench = pageBench({ role: 'sectionLeader', status: unconfirmed })

  const screen = await bench.draw('/nye-telefoner')

  await expect.element(screen.getByText('Koden er ikke bekreftet på din telefon')).toBeVisible()
})

test('a nurse has no code for others under Mer', async () => {
  const screen = await pageBench({ status: confirmed }).draw('/mer')

  await expect.element(screen.getByRole('heading', { name: 'Mer' })).toBeVisible()
  expect(screen.getByText('Kode for nye telefoner').query()).toBeNull()
})

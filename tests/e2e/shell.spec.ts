import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base } from '@playwright/test'
import { startShellServer } from '../support/shell-server.ts'

const test = base.extend<{ shell: Awaited<ReturnType<typeof startShellServer>> }>({
  shell: async ({}, use) => {
    const server = await startShellServer()
    await use(server)
    await server.stop()
  },
})

test('the app can be installed: it names itself and has icons for every launcher', async ({
  page,
  shell,
}) => {
  await page.goto(shell.url)

  const manifest = await page.evaluate(async () => {
    const link = document.querySelector('link[rel=manifest]')
    return (await fetch(link?.getAttribute('href') ?? '')).json()
  })
  expect(manifest).toMatchObject({ name: 'Beredt', lang: 'nb', display: 'standalone' })
  expect(manifest.icons.map((icon: { purpose: string }) => icon.purpose)).toContain('maskable')
  for (const { src } of manifest.icons) {
    expect((await page.request.get(shell.url + src)).status()).toBe(200)
  }
})

test('the script that opens the lists is named by its contents, so that an update is another build', async ({
  page,
  shell,
}) => {
  await page.goto(shell.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  const scripts = page.workers().map((worker) => new URL(worker.url()).pathname)

  expect(scripts).toEqual([expect.stringMatching(/^\/assets\/vault\.worker-[\w-]{8}\.js$/)])
})

test('the first screen opens without network once the app has been there', async ({
  page,
  shell,
}) => {
  await page.goto(shell.url)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await shell.stop()

  await page.goto(`${shell.url}/?gjenapnet`)

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('the phone proves that every file of the app is whole, and mends what is not when it can', async ({
  page,
  shell,
}) => {
  const prove = () =>
    page.evaluate(async () => {
      const { port1, port2 } = new MessageChannel()
      const { active } = await navigator.serviceWorker.ready
      const answer = new Promise((resolve) => {
        port1.addEventListener('message', ({ data }) => resolve(data), { once: true })
        port1.start()
      })
      active?.postMessage({ type: 'PROVE' }, [port2])
      return answer
    })
  const damage = () =>
    page.evaluate(async () => {
      const [name] = await caches.keys()
      const cache = await caches.open(name ?? '')
      const [script] = (await cache.keys()).filter(({ url }) => url.endsWith('.js'))
      if (script === undefined) throw new Error('No script is stored.')
      await cache.put(script, new Response('half a scri'))
    })
  await page.goto(shell.url)

  const asInstalled = await prove()
  await damage()
  const mended = await prove()
  await damage()
  await shell.stop()
  const withoutNetwork = await prove()

  expect([asInstalled, mended, withoutNetwork]).toEqual(['whole', 'whole', 'broken'])
})

test('a new version waits until it is asked for, and then takes the place of the old', async ({
  page,
  shell,
}) => {
  await page.goto(shell.url)
  await page.evaluate(() => navigator.serviceWorker.ready)
  shell.release()

  await page.reload()
  const take = page.getByRole('button', { name: 'Ta i bruk ny versjon' })
  await expect(take).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  const keptWhileWaiting = await page.evaluate(() => caches.keys())
  await take.click()

  await expect(take).toBeHidden()
  expect(violations).toEqual([])
  expect(keptWhileWaiting).toHaveLength(2)
  await expect
    .poll(() => page.evaluate(() => caches.keys()))
    .toEqual([keptWhileWaiting.find((name) => name.endsWith('-1'))])
})

test('an update that the network ends half-way leaves the version before whole', async ({
  page,
  shell,
}) => {
  await page.goto(shell.url)
  await page.evaluate(() => navigator.serviceWorker.ready)
  const before = await page.evaluate(() => caches.keys())
  shell.release()
  shell.breakOff(/\.wasm$|\.woff2$/)

  const ended = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    const found = new Promise<ServiceWorker | null>((resolve) => {
      registration.addEventListener('updatefound', () => resolve(registration.installing))
    })
    await registration.update()
    const installing = await found
    return new Promise((resolve) => {
      installing?.addEventListener('statechange', () => resolve(installing.state))
    })
  })
  await shell.stop()
  await page.goto(`${shell.url}/?gjenapnet`)

  expect(ended).toBe('redundant')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ta i bruk ny versjon' })).toBeHidden()
  expect(await page.evaluate(() => caches.keys())).toContain(before[0])
})

test('nothing breaks the content security policy', async ({ page, shell }) => {
  const breaches: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) breaches.push(message.text())
  })
  page.on('pageerror', (error) => breaches.push(error.message))

  await page.goto(shell.url)
  await page.evaluate(() => navigator.serviceWorker.ready)

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(breaches).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the first screen has nothing that axe finds in ${colorScheme}`, async ({ page, shell }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(shell.url)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

    const { violations } = await new AxeBuilder({ page }).analyze()

    expect(violations).toEqual([])
  })
}

test('the first screen fits a phone 320 pixels wide', async ({ page, shell }) => {
  await page.setViewportSize({ width: 320, height: 568 })

  await page.goto(shell.url)

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

import { expect, test } from 'vitest'
import { outboxFilePath, rescuePage } from '#service-worker/rescue-page.ts'

const entry = { deviceId: 'd', n: 1, entry: {} }
const empty = { entries: [], devices: [], authors: [], drafts: 0 }

async function htmlOf(
  reading: Parameters<typeof rescuePage>[0],
  tryAgainAt = '/lister',
): Promise<string> {
  return rescuePage(reading, { tryAgainAt }).text()
}

test('the page has no script, and is allowed none', async () => {
  const page = rescuePage({ kind: 'read', outbox: empty }, { tryAgainAt: '/' })

  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await page.text()).not.toMatch(/<script|\son\w+=|javascript:/i)
})

test('it says how much is unsent and kept, and offers it as a file', async () => {
  const html = await htmlOf({ kind: 'read', outbox: { ...empty, entries: [entry], drafts: 2 } })

  expect(html).toContain('Det du har skrevet, er ikke borte')
  expect(html).toContain('1 signert oppføring er ikke sendt')
  expect(html).toContain('Utkast som ikke er signert')
  expect(html).toContain(`href="${outboxFilePath}"`)
})

test.each([
  ['there is no outbox', { kind: 'none' }],
  ['the outbox cannot be read', { kind: 'unread' }],
] as const)('when %s, nothing is claimed to be kept', async (_, reading) => {
  const html = await htmlOf(reading)

  expect(html).not.toContain('er ikke borte')
  expect(html).not.toContain(outboxFilePath)
})

test('when all is sent, there is no file to take out', async () => {
  const html = await htmlOf({ kind: 'read', outbox: empty })

  expect(html).toContain('er mottatt av serveren')
  expect(html).not.toContain(outboxFilePath)
})

test('an address that was made to be another page is text in the link', async () => {
  const html = await htmlOf({ kind: 'none' }, '/?a="><img src=x onerror=alert(1)>')

  expect(html).not.toContain('<img')
})

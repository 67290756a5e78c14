import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { testServer } from '../../support/test-server.ts'

const clientFolder = await mkdtemp(join(tmpdir(), 'beredt-client-'))
await mkdir(join(clientFolder, 'assets'))
await writeFile(join(clientFolder, 'index.html'), '<!doctype html><title>Beredt</title>')
await writeFile(join(clientFolder, 'sw.js'), '// worker')
await writeFile(join(clientFolder, 'assets/index-abc123.js'), 'export {}')

const retiredFolder = await mkdtemp(join(tmpdir(), 'beredt-retired-'))
await mkdir(join(retiredFolder, 'assets'))
await writeFile(join(retiredFolder, 'assets/index-older.js'), 'export {}')
const clientFolders = [clientFolder, retiredFolder]
afterAll(async () => {
  for (const folder of clientFolders) await rm(folder, { recursive: true })
})
const { server } = await testServer({ clientFolders })

describe('the app’s files', () => {
  test.each([
    ['/', 'no-store', 'text/html'],
    ['/tiltakskort/TK-01', 'no-store', 'text/html'],
    ['/sw.js', 'no-store', 'javascript'],
    ['/assets/index-abc123.js', 'public, max-age=31536000, immutable', 'javascript'],
    ['/assets/index-older.js', 'public, max-age=31536000, immutable', 'javascript'],
  ])('%s is served with %s', async (url, cacheControl, type) => {
    const answer = await server.inject({ url, headers: { accept: 'text/html' } })

    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe(cacheControl)
    expect(answer.headers['content-type']).toContain(type)
  })

  test('that are missing are not found, and are not another page', async () => {
    const answer = await server.inject({ url: '/assets/index-gone.js', headers: { accept: '*/*' } })

    expect(answer.statusCode).toBe(404)
  })

  test.each(['/../package.json', '/..%2f..%2fetc/passwd', '/assets/%2e%2e/%2e%2e/package.json'])(
    'end at their folder: %s',
    async (url) => {
      const answer = await server.inject({ url })

      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    },
  )
})

test('an unknown address of the API is not found, and is no screen', async () => {
  const answer = await server.inject({ url: '/api/ingenting', headers: { accept: 'text/html' } })

  expect(answer.statusCode).toBe(404)
  expect(answer.json()).toMatchObject({ kind: 'notFound' })
})

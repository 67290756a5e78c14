import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readEnvironment } from '#server/environment.ts'
import { aDataFolder } from '../support/data-folder.ts'

test('an empty environment is a server for this machine alone', () => {
  expect(readEnvironment({})).toEqual({
    dataDir: resolve('data'),
    databaseUrl: null,
    databaseOwnerUrl: null,
    host: '127.0.0.1',
    port: 8080,
    publicUrl: null,
    securityWebhook: null,
    tls: null,
    metricsToken: null,
    demo: 'whenEmpty',
    logLevel: 'info',
  })
})

test('everything can be said', async () => {
  const folder = await aDataFolder()
  const file = join(folder, 'cert.pem')
  await writeFile(file, 'pem')

  const environment = readEnvironment({
    DATA_DIR: folder,
    DATABASE_URL: 'postgres://db/beredt',
    HOST: '0.0.0.0',
    PORT: '8443',
    PUBLIC_URL: 'https://beredt.example.no',
    TLS_CERT: file,
    TLS_KEY: file,
    DEMO: '1',
  })

  expect(environment).toMatchObject({
    dataDir: folder,
    databaseUrl: 'postgres://db/beredt',
    port: 8443,
    publicUrl: 'https://beredt.example.no',
    tls: { cert: 'pem', key: 'pem' },
    demo: 'on',
  })
})

test.each([
  [{ PORT: 'åtte' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ PUBLIC_URL: 'beredt.example.no' }, 'PUBLIC_URL'],
  [{ DEMO: 'ja' }, 'DEMO'],
  [{ TLS_CERT: 'cert.pem' }, 'TLS_KEY'],
])('%j is refused by name', (variables, name) => {
  expect(() => readEnvironment(variables)).toThrow(name)
})

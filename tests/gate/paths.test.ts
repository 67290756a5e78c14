import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { paths } from '#app/page/paths/paths.ts'

const page = 'src/app/page'
const tableOfAddresses = join(page, 'paths')
/** The worker's file, which no router sees. */
const fileNames = ['/sw.js']

/** A text that begins an address or a query, in whichever quotes. */
const addressLiteral = /(['"`])([/?][\w$:-][^'"`\n]*|\/)\1/g

const sources = readdirSync(page, { recursive: true, encoding: 'utf8' })
  .map((file) => join(page, file))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(tableOfAddresses))

test('addresses are written in the table of addresses and nowhere else in the page', () => {
  const written = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(addressLiteral)]
      .filter(([, , text = '']) => !fileNames.includes(text))
      .map(([literal]) => `${file}: ${literal}`),
  )

  expect(sources.length).toBeGreaterThan(100)
  expect(written).toEqual([])
})

test('the link that the server prints leads to the first signing in', () => {
  expect(readFileSync('scripts/start.ts', 'utf8')).toContain(`}${paths.firstSignIn.to()}#`)
})

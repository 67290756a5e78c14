import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AuditExceptions } from '../../scripts/supply/audit-exceptions.ts'
import { readLock } from '../../scripts/supply/lock-file.ts'

/** Licences under which a municipality may run and pass on what they cover, without more than naming it. */
const permissive = new Set([
  '(MIT AND Zlib)',
  '(MIT OR Apache-2.0)',
  '(MIT OR CC0-1.0)',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'OFL-1.1',
])
/** Each of these was read. Of lightningcss, which is MPL-2.0, nothing is changed and nothing reaches the phones. */
const readOneByOne: Record<string, string> = {
  dompurify: '(MPL-2.0 OR Apache-2.0)',
  lightningcss: 'MPL-2.0',
  rgbcolor: 'MIT OR SEE LICENSE IN FEEL-FREE.md',
}

const { packages } = readLock('.')
const production = packages.filter(({ isProduction }) => isProduction)

test('what production installs is under a licence that we have said yes to', () => {
  const others = production
    .filter(({ license }) => license === null || !permissive.has(license))
    // Its binaries for each platform are packages of their own.
    .filter(
      ({ name, license }) => readOneByOne[name.replace(/^(lightningcss)-.*/, '$1')] !== license,
    )
    .map(({ name, license }) => `${name}: ${license}`)

  expect(production.length).toBeGreaterThan(300)
  expect(others).toEqual([])
})

test('each exception from the audit names a flaw, a reason and a last day', () => {
  const exceptions: unknown = JSON.parse(readFileSync('audit-exceptions.json', 'utf8'))

  expect(AuditExceptions.safeParse(exceptions).error).toBeUndefined()
})

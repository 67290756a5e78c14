import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { failureLines, playwrightFailures, vitestFailures } from '../../scripts/failed-tests.ts'

test('a failed test of Vitest is named with why, and so is a file that could not be loaded', () => {
  const failure = { status: 'failed', fullName: 'a list opens', failureMessages: ['expected 1'] }
  const success = { status: 'passed', fullName: 'a card opens', failureMessages: [] }
  const report = {
    testResults: [
      { name: '/app/a.test.ts', status: 'failed', assertionResults: [failure, success] },
      { name: '/app/b.test.ts', status: 'failed', message: 'no module', assertionResults: [] },
      { name: '/app/c.test.ts', status: 'passed', assertionResults: [success] },
    ],
  }

  expect(vitestFailures(JSON.stringify(report))).toEqual([
    { file: '/app/a.test.ts', name: 'a list opens', message: 'expected 1' },
    { file: '/app/b.test.ts', name: 'the file', message: 'no module' },
  ])
})

test('a failed test of Playwright is named wherever it is nested, and one that passed at the second try', () => {
  const report = {
    config: { rootDir: '/app/e2e' },
    suites: [
      {
        file: 'a.spec.ts',
        specs: [spec('one', false, 'unexpected'), spec('two', true, 'expected')],
        suites: [{ file: 'a.spec.ts', specs: [spec('three', true, 'flaky')] }],
      },
    ],
    errors: [{ message: 'no browser' }],
  }

  expect(playwrightFailures(JSON.stringify(report))).toEqual([
    { file: '/app/e2e/a.spec.ts', name: 'one', message: 'one broke' },
    { file: '/app/e2e/a.spec.ts', name: 'three', message: '' },
    { file: '/app/e2e', name: 'the run', message: 'no browser' },
  ])
})

test('of a long message the beginning is shown', () => {
  const message = Array.from({ length: 40 }, (_, at) => `line ${at}`).join('\n')

  const lines = failureLines([{ file: '/app/a.test.ts', name: 'a list opens', message }], '/app')

  expect(lines).toHaveLength(13)
  expect(lines.slice(0, 2)).toEqual(['FAILED a.test.ts › a list opens', '    line 0'])
})

test('where it failed is shown also below a long message, without colours', () => {
  const long = Array.from({ length: 20 }, (_, at) => `\u001B[2mline ${at}\u001B[22m`)
  const message = [
    ...long,
    '    at openPatient (/app/actions/work.ts:36:1)',
    '    at /app/a.spec.ts:9:3',
    '    at run (/app/node_modules/x.js:1:1)',
  ]

  const lines = failureLines(
    [{ file: '/app/a.spec.ts', name: 'opens', message: message.join('\n') }],
    '/app',
  )

  expect(lines.slice(1)).toEqual([
    ...Array.from({ length: 12 }, (_, at) => `    line ${at}`),
    '        at openPatient (/app/actions/work.ts:36:1)',
    '        at /app/a.spec.ts:9:3',
  ])
})

test('what stood on the page is shown', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'failed-'))
  const page = join(folder, 'error-context.md')
  await writeFile(page, '# Why\n```\nError\n```\n```yaml\n- main:\n  - heading "Nå"\n```\n')

  const known = failureLines(
    [{ file: '/app/a.spec.ts', name: 'opens', message: 'no', page }],
    '/app',
  )
  await rm(folder, { recursive: true })
  const [, , unknown] = failureLines(
    [{ file: '/app/a.spec.ts', name: 'opens', message: 'no', page }],
    '/app',
  )

  expect(known.slice(1)).toEqual(['    no', '    - main:', '      - heading "Nå"'])
  expect(unknown).toMatch(/The page is not known: .*ENOENT/)
})

function spec(title: string, ok: boolean, status: string) {
  return {
    title,
    ok,
    tests: [{ status, results: [{ errors: ok ? [] : [{ message: `${title} broke` }] }] }],
  }
}

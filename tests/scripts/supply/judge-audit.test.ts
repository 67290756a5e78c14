import { expect, test } from 'vitest'
import { AuditExceptions } from '../../../scripts/supply/audit-exceptions.ts'
import { judgeAudit } from '../../../scripts/supply/judge-audit.ts'
import type { Lock } from '../../../scripts/supply/lock-file.ts'

const lock: Lock = {
  project: 'beredt',
  packages: [
    { path: 'node_modules/a', name: 'a', version: '1.0.0', license: 'MIT', isProduction: true },
    { path: 'node_modules/b', name: 'b', version: '1.0.0', license: 'MIT', isProduction: false },
  ],
}
const today = '2026-12-01'
const id = 'GHSA-abcd-1234-wxyz'

/** What npm writes of one flaw in one package. */
function aReport(name: string, severity: string): string {
  const advisory = {
    source: 1,
    name,
    title: 'It can be made to wait',
    url: `https://github.com/advisories/${id}`,
    severity,
    range: '<2.0.0',
  }
  return JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: {
      [name]: { name, severity, via: [advisory], nodes: [`node_modules/${name}`] },
      above: { name: 'above', severity, via: [name], nodes: ['node_modules/above'] },
    },
  })
}

function anException(until: string) {
  return { id, until, reason: 'The flawed part is not called by us.' }
}

test('a flaw of any severity in what runs in production is a problem', () => {
  const verdict = judgeAudit(aReport('a', 'low'), { lock, exceptions: [], today })

  expect(verdict).toEqual({
    kind: 'judged',
    problems: [`a: low, It can be made to wait (https://github.com/advisories/${id})`],
  })
})

test('of what only developers run, high and critical flaws are problems', () => {
  const moderate = judgeAudit(aReport('b', 'moderate'), { lock, exceptions: [], today })
  const high = judgeAudit(aReport('b', 'high'), { lock, exceptions: [], today })

  expect(moderate.problems).toEqual([])
  expect(high.problems).toHaveLength(1)
})

test('an exception counts to the end of its last day, and is a problem from the next', () => {
  const report = aReport('a', 'high')

  const onTheDay = judgeAudit(report, { lock, exceptions: [anException(today)], today })
  const after = judgeAudit(report, { lock, exceptions: [anException('2026-11-30')], today })

  expect(onTheDay.problems).toEqual([])
  expect(after.problems).toEqual([`the exception for ${id} expired on 2026-11-30`])
})

test('a registry without an answer is said to be one, and expired exceptions are told all the same', () => {
  const refused = '{"message":"405 Method Not Allowed","error":{"summary":""}}'
  const exceptions = [anException('2026-11-30')]

  expect(judgeAudit(refused, { lock, exceptions: [], today })).toEqual({
    kind: 'unanswered',
    reason: '405 Method Not Allowed',
    problems: [],
  })
  expect(judgeAudit('', { lock, exceptions, today })).toEqual({
    kind: 'unanswered',
    reason: 'it did not answer with a report',
    problems: [`the exception for ${id} expired on 2026-11-30`],
  })
})

test('an exception without id, reason or day is refused, and one that stands twice', () => {
  const good = anException(today)

  expect(AuditExceptions.safeParse([good]).success).toBe(true)
  expect(AuditExceptions.safeParse([{ ...good, until: 'later' }]).success).toBe(false)
  expect(AuditExceptions.safeParse([{ ...good, reason: '' }]).success).toBe(false)
  expect(AuditExceptions.safeParse([{ ...good, id: 'CVE-1' }]).success).toBe(false)
  expect(AuditExceptions.safeParse([good, good]).success).toBe(false)
})

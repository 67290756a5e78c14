import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AuditExceptions } from './supply/audit-exceptions.ts'
import { judgeAudit } from './supply/judge-audit.ts'
import { readLock } from './supply/lock-file.ts'
import { runNpm } from './supply/run-npm.ts'
import { unansweredCode } from './supply/unanswered-code.ts'

const root = join(import.meta.dirname, '..')

/** Asks the registry once for known flaws: without network, or where it has no such service, development goes on. */
async function audit(): Promise<number> {
  const lock = readLock(root)
  const exceptions = AuditExceptions.parse(
    JSON.parse(readFileSync(join(root, 'audit-exceptions.json'), 'utf8')),
  )
  const args = ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=15000']
  const { output } = await runNpm(args, { folder: root, timeoutSeconds: 30 })
  const today = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length)
  const verdict = judgeAudit(output, { lock, exceptions, today })
  for (const problem of verdict.problems) console.log(problem)
  if (verdict.kind === 'unanswered') {
    console.log(`Not audited, the registry gave no answer to go by: ${verdict.reason}`)
  }
  if (verdict.problems.length > 0) return 1
  return verdict.kind === 'unanswered' ? unansweredCode : 0
}

process.exitCode = await audit()

import { z } from 'zod'
import { type AuditException, isExpired } from './audit-exceptions.ts'
import type { Lock } from './lock-file.ts'

const Advisory = z.object({
  name: z.string(),
  title: z.string(),
  url: z.string(),
  severity: z.enum(['info', 'low', 'moderate', 'high', 'critical']),
})

/** What npm 7 and newer answer. A text in `via` names another vulnerable package, which has its own row. */
const AuditReport = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(
    z.string(),
    z.object({ via: z.array(z.union([z.string(), Advisory])), nodes: z.array(z.string()) }),
  ),
})

const Unanswered = z.object({ message: z.string() })

export type AuditVerdict =
  | { kind: 'judged'; problems: string[] }
  | { kind: 'unanswered'; reason: string; problems: string[] }

/**
 * Judges what `npm audit --json` wrote.
 *
 * Any flaw in what runs in production is a problem; in what only developers run, a high or a critical one.
 * An exception that has expired is one too, whether the registry answers or not.
 */
export function judgeAudit(
  output: string,
  { lock, exceptions, today }: { lock: Lock; exceptions: readonly AuditException[]; today: string },
): AuditVerdict {
  const expired = exceptions
    .filter((exception) => isExpired(exception, today))
    .map(({ id, until }) => `the exception for ${id} expired on ${until}`)
  const json = parseJson(output)
  const report = AuditReport.safeParse(json)
  if (!report.success) {
    const said = Unanswered.safeParse(json)
    const reason = said.success ? said.data.message : 'it did not answer with a report'
    return { kind: 'unanswered', reason, problems: expired }
  }
  const excepted = new Set(exceptions.map(({ id }) => id))
  const production = new Set(
    lock.packages.filter(({ isProduction }) => isProduction).map(({ path }) => path),
  )
  const found = Object.values(report.data.vulnerabilities).flatMap(({ via, nodes }) =>
    via
      .filter((one) => typeof one !== 'string')
      .filter(({ url }) => !excepted.has(url.slice(url.lastIndexOf('/') + 1)))
      .filter(
        ({ severity }) =>
          severity === 'high' ||
          severity === 'critical' ||
          nodes.some((path) => production.has(path)),
      )
      .map(({ name, severity, title, url }) => `${name}: ${severity}, ${title} (${url})`),
  )
  return { kind: 'judged', problems: [...expired, ...new Set(found)] }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

const optionalText = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text === '' ? null : text))

const Variables = z.object({
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: optionalText,
  DATABASE_OWNER_URL: optionalText,
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  PUBLIC_URL: optionalText.pipe(z.union([z.null(), z.url({ protocol: /^https?$/ })])),
  SECURITY_WEBHOOK: optionalText.pipe(z.union([z.null(), z.url({ protocol: /^https?$/ })])),
  TLS_CERT: optionalText,
  TLS_KEY: optionalText,
  METRICS_TOKEN: optionalText.pipe(z.union([z.null(), z.string().min(16)])),
  DEMO: z.enum(['0', '1', '']).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** The server's settings, read from environment variables. */
export type Environment = {
  dataDir: string
  /** How the server signs in to an external database, as a role that owns nothing there; null for the embedded one. */
  databaseUrl: string | null
  /** Who migrates an external database at the start; null when that is done by a command. */
  databaseOwnerUrl: string | null
  host: string
  port: number
  publicUrl: string | null
  /** Where security events are sent; null for nowhere. */
  securityWebhook: string | null
  tls: { cert: string; key: string } | null
  metricsToken: string | null
  demo: 'on' | 'off' | 'whenEmpty'
  logLevel: string
}

/** A variable is missing or wrong, and the person who starts the server must correct it. */
export class EnvironmentFault extends Error {
  readonly problems: string

  constructor(problems: string) {
    super(`The environment is not as it should be:\n${problems}`)
    this.problems = problems
  }
}

/** Parses the variables, or throws an error that names those that are wrong. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const parsed = Variables.safeParse(variables)
  if (!parsed.success) {
    throw new EnvironmentFault(z.prettifyError(parsed.error))
  }
  const read = parsed.data
  return {
    dataDir: resolve(read.DATA_DIR),
    databaseUrl: read.DATABASE_URL,
    databaseOwnerUrl: read.DATABASE_OWNER_URL,
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL,
    securityWebhook: read.SECURITY_WEBHOOK,
    tls: readTls(read.TLS_CERT, read.TLS_KEY),
    metricsToken: read.METRICS_TOKEN,
    demo: read.DEMO === '1' ? 'on' : read.DEMO === '0' ? 'off' : 'whenEmpty',
    logLevel: read.LOG_LEVEL,
  }
}

function readTls(cert: string | null, key: string | null): Environment['tls'] {
  if (cert === null && key === null) return null
  if (cert === null || key === null) throw new EnvironmentFault('TLS_CERT and TLS_KEY go together.')
  return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') }
}

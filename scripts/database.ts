import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import type { Database } from '#server/database/database.ts'
import {
  loginUrls,
  passwordStatements,
  roleStatements,
  setLoginPasswords,
} from '#server/database/login-roles.ts'
import { migrate } from '#server/database/migrate.ts'
import { asOwner } from '#server/database/prepare-database.ts'
import { readEnvironment } from '#server/environment.ts'
import { databaseCommand as text } from '#text/nb/commands/database-command.ts'
import { runCommand } from './run-command.ts'

type Call = { kind: 'sql' } | { kind: 'prepare'; password: 'new' | 'whenMissing' }

/** Null for a call that cannot be read. */
function readCall(): Call | null {
  try {
    const { values } = parseArgs({
      options: { sql: { type: 'boolean' }, 'new-password': { type: 'boolean' } },
    })
    if (values.sql === true) return { kind: 'sql' }
    return { kind: 'prepare', password: values['new-password'] === true ? 'new' : 'whenMissing' }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function newPassword(): string {
  return randomBytes(24).toString('base64url')
}

function printSql(): number {
  const password = newPassword()
  console.log(text.sqlFor(password))
  for (const statement of [...roleStatements, ...passwordStatements(password)]) {
    console.log(`${statement};`)
  }
  return 0
}

/** Makes the roles where they are missing, migrates, and gives the login roles a password that is said once. */
async function prepare(ownerUrl: string, password: 'new' | 'whenMissing'): Promise<number> {
  const given = await asOwner(ownerUrl, async (owner) => {
    const isNew = password === 'new' || !(await hasLogins(owner))
    await migrate(owner)
    if (!isNew) return null
    const made = newPassword()
    await setLoginPasswords(owner, made)
    return made
  })
  console.log(text.prepared)
  if (given !== null) console.log(text.address(loginUrls(ownerUrl, given).server))
  return 0
}

async function hasLogins(owner: Database): Promise<boolean> {
  const { rows } = await sql`select from pg_roles where rolname = 'beredt_server'`.execute(owner)
  return rows.length > 0
}

async function carryOut(call: Call): Promise<number> {
  if (call.kind === 'sql') return printSql()
  const { databaseOwnerUrl } = readEnvironment(process.env)
  if (databaseOwnerUrl === null) {
    console.error(text.noOwner)
    return 2
  }
  return await prepare(databaseOwnerUrl, call.password)
}

const call = readCall()
if (call === null) console.error(text.usage)
await runCommand(async () => (call === null ? 2 : await carryOut(call)))

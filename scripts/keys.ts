import { parseArgs } from 'node:util'
import { z } from 'zod'
import { KeyId } from '#domain/base/ids.ts'
import { Instant } from '#domain/time/instant.ts'
import { systemSources } from '#server/base/sources.ts'
import { readEnvironment } from '#server/environment.ts'
import { describeKeys } from '#server/keys/describe-keys.ts'
import { type Rotation, rotateKeys } from '#server/keys/rotate-keys.ts'
import { keysCommand as text } from '#text/nb/commands/keys-command.ts'
import { runCommand } from './run-command.ts'

type Call = { kind: 'show' } | { kind: 'rotate'; rotation: Rotation }

const Purpose = z.enum(['signing', 'credentials', 'sealing'])

/** Null for a call that cannot be read. */
function readCall(): Call | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { revoke: { type: 'string' }, since: { type: 'string' } },
    })
    const [kind, purpose, ...more] = positionals
    const { revoke, since } = values
    if (kind === 'show' && positionals.length === 1) return { kind }
    if (kind !== 'rotate' || more.length > 0) return null
    if ((revoke === undefined) !== (since === undefined)) return null
    const revoked =
      revoke === undefined ? null : { keyId: KeyId.parse(revoke), since: Instant.parse(since) }
    return { kind, rotation: { purpose: Purpose.parse(purpose), revoke: revoked } }
  } catch (error) {
    if (error instanceof TypeError || (error instanceof Error && 'issues' in error)) return null
    throw error
  }
}

async function carryOut(call: Call): Promise<number> {
  const { dataDir } = readEnvironment(process.env)
  if (call.kind === 'show') {
    const described = await describeKeys(dataDir)
    console.log(described === null ? text.refusals.noKeys() : text.shown(described))
    return described === null ? 1 : 0
  }
  const rotated = await rotateKeys(dataDir, call.rotation, systemSources.now())
  if (rotated.ok) {
    console.log(text.rotated(rotated.value.keySet.version))
    return 0
  }
  const { refusal } = rotated
  const file = 'file' in refusal ? refusal.file : ''
  console.error(text.refusals[refusal.kind](file))
  return 1
}

const call = readCall()
if (call === null) console.error(text.usage)
await runCommand(async () => (call === null ? 2 : await carryOut(call)))

import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { OutboxFile } from '#contract/outbox-file.ts'
import { openLog } from '#server/base/log.ts'
import { readEnvironment } from '#server/environment.ts'
import { takeOutboxFile } from '#server/inbox/take-outbox-file.ts'
import { withSystem } from '#server/system.ts'
import { outboxCommand as text } from '#text/nb/commands/outbox-command.ts'
import { runCommand } from './run-command.ts'

type Call = { file: string; answerAs: 'json' | 'text' }

/** Null for a call that cannot be read. */
function readCall(): Call | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) return null
    return { file, answerAs: values.json === true ? 'json' : 'text' }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Null for a file that no phone has made. */
function parseFile(content: string): OutboxFile | null {
  try {
    const file = OutboxFile.safeParse(JSON.parse(content))
    return file.success ? file.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

async function carryOut({ file, answerAs }: Call): Promise<number> {
  const outbox = parseFile(await readFile(file, 'utf8'))
  if (outbox === null) {
    console.error(text.unreadable(file))
    if (answerAs === 'json') console.log(JSON.stringify({ file, taken: null }))
    return 1
  }
  const environment = readEnvironment(process.env)
  const log = openLog(environment.logLevel, process.stderr)
  const taken = await withSystem(environment, log, (services) => takeOutboxFile(outbox, services))
  console.log(answerAs === 'json' ? JSON.stringify({ file, taken }) : text.taken(taken))
  return taken.unvouched === 0 ? 0 : 1
}

const call = readCall()
if (call === null) console.error(text.usage)
await runCommand(async () => (call === null ? 2 : await carryOut(call)))

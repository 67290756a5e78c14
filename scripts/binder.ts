import { parseArgs } from 'node:util'
import { z } from 'zod'
import { demoSeed } from '#demo/demo-seed.ts'
import { printBinder, type BinderRequest } from '#server/binder/print-binder.ts'
import { readEnvironment } from '#server/environment.ts'
import { prepareContent } from '#server/first-content.ts'
import { openLog } from '#server/base/log.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { withSystem } from '#server/system.ts'
import { binderCommand as text } from '#text/nb/commands/binder-command.ts'
import { runCommand } from './run-command.ts'

type CommandLine = { request: BinderRequest; answerAs: 'json' | 'text' }

const CopyNumber = z.coerce.number().int().positive()

/** Reads the arguments; null when they are wrong. */
function readCommandLine(): CommandLine | null {
  try {
    const { values } = parseArgs({
      options: {
        zone: { type: 'string' },
        out: { type: 'string' },
        municipality: { type: 'string' },
        'changed-since': { type: 'string' },
        json: { type: 'boolean' },
      },
    })
    const { zone, out, 'changed-since': changedSince } = values
    if (zone === undefined || out === undefined) return null
    const request: BinderRequest = {
      zone,
      file: out,
      municipality: values.municipality ?? null,
      changedSince: changedSince === undefined ? null : CopyNumber.parse(changedSince),
    }
    return { request, answerAs: values.json === true ? 'json' : 'text' }
  } catch (error) {
    if (error instanceof TypeError || error instanceof z.ZodError) return null
    throw error
  }
}

/** Prints the binder. Standard output gets only the answer, so that a script can read it. */
async function binder({ request, answerAs }: CommandLine): Promise<number> {
  const environment = readEnvironment(process.env)
  const log = openLog(environment.logLevel, process.stderr)
  const result = await withSystem(environment, log, async (services) => {
    // A new database gets the same first content as from the server.
    await prepareContent(services, { demo: environment.demo, seed: demoSeed })
    return await printBinder(services, postgresStreamStore, request)
  })
  if (!result.ok) {
    const { kind } = result.refusal
    console.error(text.refusals[kind])
    if (answerAs === 'json') console.log(JSON.stringify({ zone: request.zone, refused: kind }))
    return 1
  }
  const { file, pages, copy } = result.value
  console.log(answerAs === 'json' ? JSON.stringify(result.value) : text.printed(file, pages, copy))
  return 0
}

const commandLine = readCommandLine()
if (commandLine === null) console.error(text.usage)
await runCommand(async () => (commandLine === null ? 2 : await binder(commandLine)))

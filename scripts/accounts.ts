import { parseArgs } from 'node:util'
import { listMunicipalities } from '#server/accounts/municipality-directory.ts'
import { openLog } from '#server/base/log.ts'
import { accountsReportText } from '#server/employee-list/accounts-report-text.ts'
import {
  type AccountsOptions,
  type AccountsOutcome,
  outcomeWithout,
  runAccounts,
} from '#server/employee-list/run-accounts.ts'
import type { StandInOptions } from '#server/employee-list/run-stand-in.ts'
import { readEnvironment } from '#server/environment.ts'
import { prepareContent } from '#server/first-content.ts'
import { openListFile } from '#server/import/command/open-list-file.ts'
import { withSystem } from '#server/system.ts'
import { accountsCommand as text } from '#text/nb/commands/accounts-command.ts'
import { readStandInCall, setStandIn, standInFlags } from './stand-in-call.ts'
import { answerCommand } from './answer-command.ts'
import { runCommand } from './run-command.ts'

type Call = { answerAs: 'json' | 'text' } & (
  | { kind: 'list'; options: AccountsOptions }
  | { kind: 'standIn'; options: StandInOptions }
)

/** Null for a call that cannot be read. */
function readCall(): Call | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        municipality: { type: 'string' },
        name: { type: 'string' },
        'accept-new-zones': { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        ...standInFlags,
        json: { type: 'boolean' },
      },
    })
    const answerAs = values.json === true ? 'json' : 'text'
    const [file, ...more] = positionals
    if (values.username !== undefined) {
      const options = file === undefined ? readStandInCall(values) : null
      return options === null ? null : { kind: 'standIn', options, answerAs }
    }
    if (file === undefined || more.length > 0) return null
    const options: AccountsOptions = {
      file,
      municipality: values.municipality ?? null,
      name: values.name?.trim().slice(0, 100) || null,
      mode: values['dry-run'] === true ? 'dryRun' : 'take',
      newPlaces: values['accept-new-zones'] === true ? 'accepted' : 'asked',
    }
    return { kind: 'list', options, answerAs }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

async function makeAccounts(call: Call): Promise<number> {
  if (call.kind === 'standIn') return await setStandIn(call.options, call.answerAs)
  const { options, answerAs } = call
  return await answerCommand(answerAs, {
    carryOut: () => carryOut(options),
    ofFault: (sentence) => outcomeWithout(options, 'fault', sentence, 1),
    textOf: (outcome) => accountsReportText(outcome, options),
  })
}

async function carryOut(options: AccountsOptions): Promise<AccountsOutcome> {
  const list = await openListFile(options.file)
  if (!list.ok) {
    const { kind } = list.refusal
    if (kind === 'fileMissing' || kind === 'fileUnreadable' || kind === 'notAFile') {
      return outcomeWithout(options, kind, text[kind], 2)
    }
    return outcomeWithout(options, kind, text.fileUnreadable, 1)
  }
  const environment = readEnvironment(process.env)
  const log = openLog(environment.logLevel, process.stderr)
  return await withSystem(environment, log, async (services) => {
    // A database that nobody has started yet begins empty: whoever lists employees wants no demo.
    const municipalities = await listMunicipalities(services.db)
    if (municipalities.length === 0) await prepareContent(services, { demo: 'off', seed: null })
    return await runAccounts(services, options, list.value)
  })
}

const call = readCall()
if (call === null) console.error([text.usage, text.standInUsage].join('\n'))
await runCommand(async () => (call === null ? 2 : await makeAccounts(call)))

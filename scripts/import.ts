import { parseArgs } from 'node:util'
import { demoSeed } from '#demo/demo-seed.ts'
import { listMunicipalities } from '#server/accounts/municipality-directory.ts'
import { readEnvironment } from '#server/environment.ts'
import { prepareContent } from '#server/first-content.ts'
import { importReportText } from '#server/import/command/import-report-text.ts'
import { openListFile } from '#server/import/command/open-list-file.ts'
import type { ImportOptions } from '#server/import/command/import-options.ts'
import {
  outcomeOfFault,
  outcomeWithoutList,
  type ImportOutcome,
} from '#server/import/command/import-outcome.ts'
import { runImport } from '#server/import/command/run-import.ts'
import { openLog } from '#server/base/log.ts'
import { withSystem } from '#server/system.ts'
import { importCommand as text } from '#text/nb/commands/import-command.ts'
import { answerCommand } from './answer-command.ts'
import { runCommand } from './run-command.ts'

type Call = { options: ImportOptions; answerAs: 'json' | 'text' }

/** Null for a call that cannot be read. */
function readCall(): Call | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        section: { type: 'string' },
        municipality: { type: 'string' },
        mapping: { type: 'string' },
        'dry-run': { type: 'boolean' },
        'accept-new-zones': { type: 'boolean' },
        'accept-shrink': { type: 'boolean' },
        'accept-unknown-columns': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0 || values.section === undefined) return null
    const options: ImportOptions = {
      file,
      section: values.section,
      municipality: values.municipality ?? null,
      mapping: values.mapping ?? null,
      mode: values['dry-run'] === true ? 'dryRun' : 'take',
      accept: {
        newZones: values['accept-new-zones'] === true ? 'accepted' : 'asked',
        shrink: values['accept-shrink'] === true ? 'accepted' : 'asked',
        columns: values['accept-unknown-columns'] === true ? 'accepted' : 'asked',
      },
    }
    return { options, answerAs: values.json === true ? 'json' : 'text' }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

async function importList({ options, answerAs }: Call): Promise<number> {
  return await answerCommand(answerAs, {
    carryOut: () => carryOut(options),
    ofFault: (sentence) => outcomeOfFault(options, sentence),
    textOf: (outcome) => importReportText(outcome, options),
  })
}

async function carryOut(options: ImportOptions): Promise<ImportOutcome> {
  const list = await openListFile(options.file)
  if (!list.ok) return outcomeWithoutList(options, list.refusal)
  const environment = readEnvironment(process.env)
  const log = openLog(environment.logLevel, process.stderr)
  return await withSystem(environment, log, async (services) => {
    // A database that nobody has started yet gets the demo that the server would have given it.
    const municipalities = await listMunicipalities(services.db)
    const isDemo = municipalities.length === 0 || municipalities.includes(demoSeed.id)
    if (isDemo && environment.demo !== 'off') {
      await prepareContent(services, { demo: environment.demo, seed: demoSeed })
    }
    return await runImport(services.imports, options, list.value)
  })
}

const call = readCall()
if (call === null) console.error(text.usage)
await runCommand(async () => (call === null ? 2 : await importList(call)))

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { branchesIn } from '../branches.ts'
import {
  type GoldenMessage,
  goldenMessages,
  goldenVersions,
  versionFolder,
} from '../golden-files.ts'
import { goldenSchemas } from '../message-table.ts'
import { examplesOf } from './examples.ts'

/** A message of a run, under its name in `goldenSchemas`. */
export type RunMessage = Pick<GoldenMessage, 'name' | 'value'>
type AddedMessage = Omit<GoldenMessage, 'line'>

/**
 * Adds golden messages to a version: of the run's those that take a branch of their schema which no golden
 * message takes, then of the made ones. A name without any message gets its first.
 */
export async function addMessages(version: number, run: readonly RunMessage[]): Promise<void> {
  const taken = new Map<string, Set<string>>()
  for (const { name, value } of goldenVersions.flatMap(goldenMessages)) take(taken, name, value)
  const added: AddedMessage[] = []
  for (const { name, value } of run) {
    if (take(taken, name, value)) added.push({ name, file: `${name}.json`, value })
  }
  for (const [name, schema] of goldenSchemas) {
    for (const value of examplesOf(schema)) {
      if (take(taken, name, value)) added.push({ name, file: `${name}.made.json`, value })
    }
  }
  const folder = join(versionFolder(version), 'messages')
  await mkdir(folder, { recursive: true })
  for (const file of new Set(added.map((message) => message.file))) {
    const messages = added.filter((message) => message.file === file)
    await append(join(folder, file), messages)
  }
}

/** True when the message takes a branch that was not taken before. */
function take(taken: Map<string, Set<string>>, name: string, value: unknown): boolean {
  const schema = goldenSchemas.get(name)
  if (schema === undefined) throw new Error(`${name} is no message`)
  const before = taken.get(name)
  const { shapes, words } = branchesIn(schema, name, value)
  const all = new Set([...(before ?? []), ...shapes, ...words])
  taken.set(name, all)
  return before === undefined || all.size > before.size
}

async function append(path: string, messages: readonly AddedMessage[]): Promise<void> {
  const before = await readLines(path)
  const lines = [...before, ...messages.map(({ value }) => canonicalJson(value))]
  await writeFile(path, `[\n${lines.join(',\n')}\n]\n`)
}

async function readLines(path: string): Promise<string[]> {
  try {
    const values: unknown[] = JSON.parse(await readFile(path, 'utf8'))
    return values.map(canonicalJson)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

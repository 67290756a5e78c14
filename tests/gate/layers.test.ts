import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { layers } from '../../oxlint.config.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const tool = (name: string) => join(root, 'node_modules/.bin', name)

/** A copy of the configuration with every layer, where some files reach for what is not theirs. */
let copy = ''

const others = Object.keys(layers).filter((layer) => layer !== 'demo')

const reaching: Record<string, readonly string[]> = {
  'src/domain/upwards.ts': ['#contract/layer.ts'],
  'src/app/page/start/reaching.ts': [
    '#app/worker/layer.ts',
    '#storage/layer.ts',
    '#storage/databases/layer.ts',
    '../../worker/layer.ts',
  ],
  'src/app/page/features/cards/beside.ts': ['../lists/beside.ts'],
  'src/app/page/features/lists/barrel.ts': ['./index.ts'],
  'src/storage/databases/upwards.ts': ['#storage/layer.ts', '../layer.ts'],
  'src/server/http/upwards.ts': ['../layer.ts'],
  'src/server/http/deep/upwards.ts': ['../../layer.ts'],
  ...Object.fromEntries(
    others.map((layer) => [`src/${layer}/reaches-demo.ts`, ['#demo/layer.ts']]),
  ),
}

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'beredt-layers-'))
  for (const name of ['tsconfig.json', 'package.json', 'oxlint.config.ts']) {
    await cp(join(root, name), join(copy, name))
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const layer of Object.keys(layers)) {
    await write(`src/${layer}/layer.ts`, 'export const layer = true\n')
    await cp(join(root, 'src', layer, 'tsconfig.json'), join(copy, 'src', layer, 'tsconfig.json'))
  }
  await write('src/app/page/features/lists/beside.ts', 'export const layer = true\n')
  await write('src/app/page/features/lists/index.ts', 'export const layer = true\n')
  for (const [file, imports] of Object.entries(reaching)) {
    const lines = imports.map((path, at) => `import { layer as layer${at} } from '${path}'`)
    const names = imports.map((_, at) => `layer${at}`)
    await write(file, `${lines.join('\n')}\n\nexport const reached = [${names.join(', ')}]\n`)
  }
})

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(copy, file)), { recursive: true })
  await writeFile(join(copy, file), text)
}

afterAll(() => rm(copy, { recursive: true }))

/** What the tool wrote when it refused; a tool that is content fails the test. */
async function refusal(command: string, args: readonly string[]): Promise<string> {
  try {
    await run(process.execPath, [command, ...args], { cwd: copy })
  } catch (error) {
    const output = z.object({ stdout: z.string(), stderr: z.string() }).parse(error)
    return output.stdout + output.stderr
  }
  throw new Error('The tool refused nothing.')
}

test('the linter refuses every import from a layer or a feature that is not allowed', async () => {
  const output = await refusal(tool('oxlint'), ['-f', 'unix', 'src'])

  const refused = output.matchAll(/^(\S+?):(\d+):\d+: .*no-restricted-imports/gm)
  expect(Array.from(refused, ([, file, line]) => `${file}:${line}`).toSorted()).toEqual(
    Object.entries(reaching)
      .flatMap(([file, imports]) => imports.map((_, at) => `${file}:${at + 1}`))
      .toSorted(),
  )
})

test.each([
  { project: 'src/domain', file: 'src/domain/upwards.ts', lines: [1] },
  { project: 'src/app/page', file: 'src/app/page/start/reaching.ts', lines: [1, 2] },
  { project: 'src/storage/databases', file: 'src/storage/databases/upwards.ts', lines: [1] },
])(
  'the compiler refuses $file what $project does not reference',
  async ({ project, file, lines }) => {
    const output = await refusal(tool('tsc'), ['-b', project])

    for (const line of lines) expect(output).toMatch(new RegExp(`${file}\\(${line},.*TS6307`))
  },
)

test('the compiler refuses the demo in every other layer', async () => {
  const output = await refusal(tool('tsc'), ['-b', ...others.map((layer) => `src/${layer}`)])

  const places = others.map((layer) => `src/${layer}/reaches-demo.ts(1,33): error TS6307`)
  expect(places.filter((place) => !output.includes(place))).toEqual([])
})

const Tsconfig = z.object({ references: z.array(z.object({ path: z.string() })) })

test.each(Object.entries(layers))(
  'the compiler knows the same imports of %s/ as the linter',
  async (name, { mayImport, only = [] }) => {
    const folder = join(root, 'src', name)
    const text = await readFile(join(folder, 'tsconfig.json'), 'utf8')

    const { references } = Tsconfig.parse(JSON.parse(text))

    const paths = [...mayImport, ...new Set(only.map(dirname))].map((layer) =>
      join(root, 'src', layer),
    )
    expect(references.map(({ path }) => join(folder, path)).toSorted()).toEqual(paths.toSorted())
  },
)

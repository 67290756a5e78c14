import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { layers } from '../../oxlint.config.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const tool = (name: string) => join(root, 'node_modules/.bin', name)

/** A copy of the configuration with layers of one file each, which reach where they may not. */
let copy = ''
const reachesDemo = "import { nina } from '#demo/nina.ts'\n\nexport const named = nina\n"
const reachesUp = (path: string) => `import { up } from '${path}'\n\nexport const named = up\n`
const others = Object.keys(layers).filter((layer) => layer !== 'demo')

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'beredt-layers-'))
  for (const name of ['tsconfig.json', 'package.json', 'oxlint.config.ts']) {
    await cp(join(root, name), join(copy, name))
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const layer of Object.keys(layers)) {
    await mkdir(join(copy, 'src', layer), { recursive: true })
    await cp(join(root, 'src', layer, 'tsconfig.json'), join(copy, 'src', layer, 'tsconfig.json'))
    if (others.includes(layer))
      await writeFile(join(copy, 'src', layer, 'reaches-demo.ts'), reachesDemo)
  }
  await mkdir(join(copy, 'src/server/http/deep'), { recursive: true })
  await writeFile(join(copy, 'src/server/services.ts'), 'export const up = {}\n')
  await writeFile(join(copy, 'src/server/http/reaches-up.ts'), reachesUp('../services.ts'))
  await writeFile(join(copy, 'src/server/http/deep/reaches-up.ts'), reachesUp('../../services.ts'))
  for (const feature of ['lists', 'now']) {
    await mkdir(join(copy, 'src/app/page/features', feature), { recursive: true })
  }
  await writeFile(join(copy, 'src/app/page/features/lists/index.ts'), 'export const up = {}\n')
  await writeFile(
    join(copy, 'src/app/page/features/now/reaches-over.ts'),
    reachesUp('../lists/rows.ts'),
  )
  await writeFile(
    join(copy, 'src/app/page/features/lists/reaches-barrel.ts'),
    reachesUp('./index.ts'),
  )
  await writeFile(join(copy, 'src/app/page/features/lists/rows.ts'), 'export const up = {}\n')
  await writeFile(join(copy, 'src/demo/nina.ts'), "export const nina = 'Nina'\n")
  await writeFile(join(copy, 'src/contract/paths.ts'), "export const path = '/api'\n")
  await writeFile(
    join(copy, 'src/domain/upwards.ts'),
    "import { path } from '#contract/paths.ts'\n\nexport const upwards = path\n",
  )
})

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

test('the linter refuses an import from a layer that is not allowed', async () => {
  const output = await refusal(tool('oxlint'), ['-f', 'unix', 'src'])

  expect(output).toContain('src/domain/upwards.ts:1:1')
  expect(output).toContain('no-restricted-imports')
})

test('the compiler refuses an import from a layer that is not referenced', async () => {
  const output = await refusal(tool('tsc'), ['-b', 'src/domain'])

  expect(output).toContain('src/domain/upwards.ts(1,22): error TS6307')
})

test('the linter refuses the demo in every other layer', async () => {
  const output = await refusal(tool('oxlint'), ['-f', 'unix', 'src'])

  const places = others.map((layer) => `src/${layer}/reaches-demo.ts:1:1`)
  expect(places.filter((place) => !output.includes(place))).toEqual([])
})

test.each([
  ['the server’s composition in its rooms', 'src/server/http/reaches-up.ts:1:1'],
  ['the server’s composition further in', 'src/server/http/deep/reaches-up.ts:1:1'],
  ['one feature in another', 'src/app/page/features/now/reaches-over.ts:1:1'],
  ['a barrel', 'src/app/page/features/lists/reaches-barrel.ts:1:1'],
])('the linter refuses %s', async (_what, place) => {
  const output = await refusal(tool('oxlint'), ['-f', 'unix', 'src'])

  expect(output).toContain(place)
})

test('the compiler refuses the demo in every other layer', async () => {
  const output = await refusal(tool('tsc'), ['-b', ...others.map((layer) => `src/${layer}`)])

  const places = others.map((layer) => `src/${layer}/reaches-demo.ts(1,22): error TS6307`)
  expect(places.filter((place) => !output.includes(place))).toEqual([])
})

const Tsconfig = z.object({ references: z.array(z.object({ path: z.string() })) })

test.each(Object.entries(layers))(
  'the compiler knows the same imports of %s/ as the linter',
  async (name, { mayImport }) => {
    const text = await readFile(join(root, 'src', name, 'tsconfig.json'), 'utf8')

    const { references } = Tsconfig.parse(JSON.parse(text))

    const viaOneFile = name === 'app' ? ['contract'] : []
    const paths = [...mayImport, ...viaOneFile].map((layer) => `../${layer}`)
    expect(references.map(({ path }) => path).toSorted()).toEqual(paths.toSorted())
  },
)

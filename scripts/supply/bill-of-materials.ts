import { z } from 'zod'
import type { InstalledPackage, Lock } from './lock-file.ts'
import { runNpm } from './run-npm.ts'

const developmentOnly = 'cdx:npm:package:development'

const Component = z.looseObject({
  'bom-ref': z.string(),
  name: z.string(),
  version: z.string(),
  properties: z.array(z.object({ name: z.string(), value: z.string() })),
  licenses: z.array(z.looseObject({})).optional(),
})

/** The parts of a CycloneDX document that we look at; all the others pass through as npm wrote them. */
export const BillOfMaterials = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({
    component: z.looseObject({ 'bom-ref': z.string(), name: z.string() }),
  }),
  components: z.array(Component),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
})
export type BillOfMaterials = z.infer<typeof BillOfMaterials>

/** Lets npm write down everything that the lock file fixes, on whichever platform it would be installed. */
export async function writeBillOfMaterials(root: string, lock: Lock): Promise<BillOfMaterials> {
  const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only']
  const { exitCode, output, errors } = await runNpm(args, { folder: root, timeoutSeconds: 120 })
  if (exitCode !== 0) throw new Error(`npm sbom ended with ${exitCode}: ${errors}`)
  return corrected(BillOfMaterials.parse(JSON.parse(output)), lock)
}

/** npm names the project after its folder, and leaves out a licence that is no SPDX expression. */
function corrected(bill: BillOfMaterials, lock: Lock): BillOfMaterials {
  const packages = packagesByComponent(lock)
  const components = bill.components.map((component) => {
    const license = packages.get(keyOf(component))?.[0]?.license ?? null
    if (component.licenses !== undefined || license === null) return component
    return { ...component, licenses: [{ license: { name: license } }] }
  })
  const project = { ...bill.metadata.component, name: lock.project }
  return { ...bill, metadata: { ...bill.metadata, component: project }, components }
}

/**
 * Keeps only what an installation without development dependencies holds.
 *
 * npm's own `--omit=dev` leaves out whatever development needs too (react and pg-protocol among them),
 * and its mark of development is wrong where one version lies in two folders. The lock file knows.
 */
export function productionPart(bill: BillOfMaterials, lock: Lock): BillOfMaterials {
  const packages = packagesByComponent(lock)
  const components = bill.components
    .filter((component) => packages.get(keyOf(component))?.some((one) => one.isProduction))
    .map((component) => ({
      ...component,
      properties: component.properties.filter(({ name }) => name !== developmentOnly),
    }))
  const refs = new Set(components.map((component) => component['bom-ref']))
  refs.add(bill.metadata.component['bom-ref'])
  const dependencies = bill.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }))
  return { ...bill, components, dependencies }
}

function packagesByComponent(lock: Lock): Map<string, InstalledPackage[]> {
  return Map.groupBy(lock.packages, keyOf)
}

function keyOf({ name, version }: { name: string; version: string }): string {
  return `${name}@${version}`
}

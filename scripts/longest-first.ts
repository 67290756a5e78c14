import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The files that take longest, longest first. They begin first, so that no worker is left with a long one when the
 * others have nothing to do; Vitest itself goes by size until it has timed them, and a fresh clone has no times.
 */
export const longFiles = [
  'attacks/attacks.test.ts',
  'simulation/real-crypto.test.ts',
  'server/postgres/database-server.test.ts',
  'server/database/database-restart.test.ts',
  'simulation/ablations.test.ts',
  'server/import/import-command.test.ts',
  'scripts/start.test.ts',
  'simulation/simulation.test.ts',
  'server/first-content.test.ts',
  'server/sign-in.test.ts',
  'scripts/bench/bench.test.ts',
  'gate/theme.test.ts',
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- this sort is Vitest's, which answers a new array
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rank(a) - rank(b))
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = longFiles.findIndex((name) => moduleId.endsWith(`/tests/${name}`))
  return place === -1 ? longFiles.length : place
}

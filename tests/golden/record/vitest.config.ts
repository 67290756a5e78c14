import { defineConfig } from 'vitest/config'

// Records golden messages from a run of the server: `scripts/record-golden.ts` starts it, and no test run does.
export default defineConfig({
  cacheDir: '.build/vitest',
  test: {
    include: ['tests/golden/record/*.record.ts'],
    globalSetup: ['tests/support/test-cluster.ts'],
    testTimeout: 120_000,
    maxWorkers: 1,
  },
})

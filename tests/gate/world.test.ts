import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What says which worlds there are, and the composition roots, which say which one they work in. */
const mayNameIt = [
  'src/app/page/start/start-app.tsx',
  'src/app/worker/vault.worker.ts',
  'src/domain/base/world.ts',
  'src/server/open-services.ts',
]

test('only a composition root says that its work is the real world’s', () => {
  const naming = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => join('src', file))
    // SQL that is run once says what it says for ever.
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('/migrations/'))
    .filter((file) => readFileSync(file, 'utf8').includes("'real'"))

  expect(naming.toSorted()).toEqual(mayNameIt)
})

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { longFiles } from '../../scripts/longest-first.ts'

test('every file that is to begin first is there', () => {
  const missing = longFiles.filter((file) => !existsSync(join(import.meta.dirname, '..', file)))

  expect(missing).toEqual([])
})

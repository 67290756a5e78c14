import { expect, test } from 'vitest'
import { webCrypto } from '../support/web-crypto.ts'
import { failingSeeds } from './failing-seeds.ts'

test(
  'it is the same with the real keys, signatures and sealing',
  { timeout: 600_000 },
  async () => {
    expect(await failingSeeds(300, { crypto: await webCrypto() })).toEqual([])
  },
)

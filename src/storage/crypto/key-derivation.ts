import { argon2id } from 'hash-wasm'
import { normalCode } from '#domain/vault/code.ts'

/** How expensive one guess is. It is stored with each wrap, so that it can be raised for new ones. */
export type KeyDerivation = {
  algorithm: 'argon2id'
  memoryKiB: number
  iterations: number
  salt: Uint8Array<ArrayBuffer>
}

export type DerivationCost = Pick<KeyDerivation, 'memoryKiB' | 'iterations'>

export const standardCost: DerivationCost = { memoryKiB: 64 * 1024, iterations: 3 }
/** The minimum that OWASP recommends, for phones that do not have 64 MiB to spare. */
export const floorCost: DerivationCost = { memoryKiB: 19 * 1024, iterations: 2 }

/** 32 bytes from a code. The caller wipes them, and has checked a stored derivation (`wrap.ts`). */
export async function bytesFromCode(
  code: string,
  derivation: KeyDerivation,
): Promise<Uint8Array<ArrayBuffer>> {
  const { memoryKiB, iterations, salt } = derivation
  const bytes = await argon2id({
    password: normalCode(code),
    salt,
    memorySize: memoryKiB,
    iterations,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  })
  return new Uint8Array(bytes)
}

import { bytesFromBase64Url, Base64Url } from '../base/base64url.ts'
import type { KeyId } from '../base/ids.ts'

/** Crockford's base 32: no I, L, O or U, which are mistaken for others. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 20
const groupLength = 5

/**
 * The beginning of a root key's thumbprint in a form that two people can compare or one can type: «7Q2MK-0V9XH-…».
 *
 * It says 100 of the 256 bits. Whoever wants another key with the same code must try 2^100 of them.
 */
export function rootCodeOf(root: KeyId): string {
  let code = ''
  let bits = 0
  let value = 0
  for (const byte of bytesFromBase64Url(Base64Url.parse(root))) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      code += digits[value >> bits]
      value &= (1 << bits) - 1
    }
  }
  return groupsOf(code.slice(0, codeLength)).join('-')
}

/** The groups that a code is shown in. */
export function groupsOf(code: string): string[] {
  const typed = code.replaceAll('-', '')
  return Array.from({ length: Math.ceil(typed.length / groupLength) }, (_, at) =>
    typed.slice(at * groupLength, (at + 1) * groupLength),
  )
}

/** Reads a typed code: in any case, with or without spaces and hyphens, O as 0, I and L as 1. Null when it is no code. */
export function readRootCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const isCode = code.length === codeLength && Array.from(code).every((one) => digits.includes(one))
  return isCode ? groupsOf(code).join('-') : null
}

/** Whether a typed code is that of the root. */
export function isCodeOf(typed: string, root: KeyId): boolean {
  return readRootCode(typed) === rootCodeOf(root)
}

/** Crockford's base 32: no I, L, O or U, which are mistaken for others. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 12
const groupLength = 4

/** How long a printed code may lie until its owner uses it. */
export const signInCodeDays = 7

/** The code of 60 random bits that these bytes begin with: «7Q2M-K0V9-XHAB». */
export function signInCodeOf(random: Uint8Array): string {
  const code = Array.from(random.slice(0, codeLength), (byte) => digits[byte % digits.length])
  return groupsOf(code.join('')).join('-')
}

/** Reads a typed code: in any case, with or without spaces and hyphens, O as 0, I and L as 1. Null when it is no code. */
export function readSignInCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const isCode = code.length === codeLength && Array.from(code).every((one) => digits.includes(one))
  return isCode ? groupsOf(code).join('-') : null
}

function groupsOf(code: string): string[] {
  return Array.from({ length: codeLength / groupLength }, (_, at) =>
    code.slice(at * groupLength, (at + 1) * groupLength),
  )
}

import * as z from 'zod/mini'

/** Bytes as text without padding (RFC 4648, section 5). */
export const Base64Url = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]*$/))
  .brand<'Base64Url'>()
export type Base64Url = z.infer<typeof Base64Url>

/** How many characters so many bytes are written in. */
export function base64UrlLength(bytes: number): number {
  return Math.ceil((bytes * 4) / 3)
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export function base64UrlFromBytes(bytes: Uint8Array): Base64Url {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    const characters = Math.min(bytes.length - at, 3) + 1
    for (let index = 0; index < characters; index++) {
      text += alphabet.charAt((group >> (18 - 6 * index)) & 63)
    }
  }
  return Base64Url.parse(text)
}

export function bytesFromBase64Url(text: Base64Url): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const character of text) {
    held = ((held << 6) | alphabet.indexOf(character)) & 0xffffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (held >> bits) & 255
    }
  }
  return bytes
}

/** SHA-256 and UTF-8. They are passed in, because the domain has no platform functions. */
export type Hasher = {
  utf8(text: string): Uint8Array<ArrayBuffer>
  /** 32 bytes. */
  sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>
}

/** SHA-256 of a text's UTF-8 as 64 hexadecimal digits. */
export async function hashText(text: string, hasher: Hasher): Promise<string> {
  return hexFromBytes(await hasher.sha256(hasher.utf8(text)))
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function hexFromBytes(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += hexOfByte[byte]
  return hex
}

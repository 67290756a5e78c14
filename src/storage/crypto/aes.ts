/** Bytes under an AES-256-GCM key, as they lie in IndexedDB. */
export type Sealed = { v: 1; iv: Uint8Array<ArrayBuffer>; ct: Uint8Array<ArrayBuffer> }

const encoder = new TextEncoder()
const decoder = new TextDecoder()

const nonceBytes = 12

/** Whether a stored value has the form of sealed bytes: others can write in the browser's profile too. */
export function isSealed(value: unknown, maxBytes: number, minBytes = 0): value is Sealed {
  if (typeof value !== 'object' || value === null) return false
  if (!('v' in value && 'iv' in value && 'ct' in value) || value.v !== 1) return false
  const { iv, ct } = value
  const isNonce = iv instanceof Uint8Array && iv.length === nonceBytes
  return isNonce && ct instanceof Uint8Array && ct.length <= maxBytes && ct.length >= minBytes
}

export function importAesKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Seals bytes. `about` names what they are and whose, and they open only with the same `about`. */
export async function aesSeal(
  key: CryptoKey,
  bytes: Uint8Array<ArrayBuffer>,
  about: string,
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(about) }
  return { v: 1, iv, ct: new Uint8Array(await crypto.subtle.encrypt(algorithm, key, bytes)) }
}

/** Null when it does not open: another key, another place, or changed bytes. */
export async function aesOpen(
  key: CryptoKey,
  sealed: Sealed,
  about: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const algorithm = { name: 'AES-GCM', iv: sealed.iv, additionalData: encoder.encode(about) }
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.ct))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null
    throw error
  }
}

export function aesSealJson(key: CryptoKey, value: unknown, about: string): Promise<Sealed> {
  return aesSeal(key, encoder.encode(JSON.stringify(value)), about)
}

/** Undefined when it does not open. */
export async function aesOpenJson(key: CryptoKey, sealed: Sealed, about: string): Promise<unknown> {
  const bytes = await aesOpen(key, sealed, about)
  return bytes === null ? undefined : JSON.parse(decoder.decode(bytes))
}

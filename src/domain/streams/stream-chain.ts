import { type Hasher, hashText } from '../base/hasher.ts'

/** The chain after one more document version: sha256(chain‖seq‖docId‖bodyHash), 64 hexadecimal digits. */
export function nextChain(
  chain: string,
  written: { seq: number; docId: string; bodyHash: string },
  hasher: Hasher,
): Promise<string> {
  return hashText(`${chain}\n${written.seq}\n${written.docId}\n${written.bodyHash}`, hasher)
}

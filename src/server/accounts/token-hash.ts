import { createHash } from 'node:crypto'

/** Tokens are 256 random bits, so a plain hash is enough: nobody can sign in with a copied database. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

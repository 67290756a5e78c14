/** `7F3A-92C1`: the first eight digits of a hash, enough to compare two print-outs. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase()
}

/**
 * Whether the browser has deleted what lay on the device: keys, drafts and what was unsent. It compares the name, because
 * an error from the vault's worker has lost its class.
 */
export function isStorageLost(error: unknown): boolean {
  return error instanceof Error && error.name === 'StorageLostError'
}

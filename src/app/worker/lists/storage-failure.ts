/** Compares its name, because an error from the vault's worker has lost its class. */
export function isStorageFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'StorageFailedError'
}

/** Tells one named failure of Node, npm or PostgreSQL from all others, so that a `catch` can rethrow those. */
export function hasErrorCode(error: unknown, ...codes: readonly string[]): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    codes.includes(error.code)
  )
}

/** Where to go back to; an address of somebody else's in the query is not followed. */
export function ownPath(path: string | null): string {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : '/'
}

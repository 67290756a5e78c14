export type ShellStart = {
  /** Mends what the app cannot start without, and answers what is still missing. */
  repair(signal: AbortSignal): Promise<readonly string[]>
  /** The app's page as it is stored. */
  findPage(): Promise<Response | undefined>
  /** The app's page from the server, which may be of a newer version. */
  fetchPage(signal: AbortSignal): Promise<Response>
  rescue(): Promise<Response>
}

/** How long a network that says nothing is waited for, in milliseconds, when something is missing. */
export const maxRepairMilliseconds = 10_000

/**
 * Answers a navigation: with the stored page when all that the app starts with is whole, else with the server's,
 * else with a page that says what to do. A white page is no answer.
 */
export async function startShell(
  { repair, findPage, fetchPage, rescue }: ShellStart,
  maxMilliseconds = maxRepairMilliseconds,
): Promise<Response> {
  const signal = AbortSignal.timeout(maxMilliseconds)
  // A cache that does not open is as good as empty.
  const isWhole = await repair(signal).then(
    (missing) => missing.length === 0,
    () => false,
  )
  const stored = isWhole ? await findPage() : undefined
  if (stored !== undefined) return stored
  const fetched = await fetchPage(signal).catch(() => null)
  return fetched !== null && (await isApp(fetched.clone())) ? fetched : rescue()
}

/** Whether an answer is a page that the app draws itself in, of whichever version. */
async function isApp(page: Response): Promise<boolean> {
  return page.ok && (await page.text().catch(() => '')).includes('<div id="root">')
}

/** The app starts without these: icons, letters of its own, and what only a print-out needs. */
const neededLater = /\.(?:png|svg|ttf|webmanifest|woff2)$|\/binder\.worker-/

/** Whether the app cannot start without the file, or comes to a screen that is not there. */
export function isNeededToStart(url: string): boolean {
  return !neededLater.test(url)
}

/**
 * Tabs that have got the app's page and not shown its first screen yet, by the ids of their clients. One that runs is never started
 * again, whatever it lacks: an employee may be writing in it. A service worker that was stopped has forgotten them, and starts none again.
 */
export function startingTabs() {
  const tabs = new Set<string>()
  let hasFailed = false
  return {
    begin(tab: string): void {
      tabs.add(tab)
    },
    end(tab: string): void {
      tabs.delete(tab)
    },
    /** False for a tab that runs, and for one that was started again: it would go on for ever. */
    fail(tab: string): boolean {
      const isStarting = tabs.delete(tab)
      hasFailed ||= isStarting
      return isStarting
    },
    /** Whether a start has failed since this was asked last. */
    takeFailure(): boolean {
      const taken = hasFailed
      hasFailed = false
      return taken
    },
  }
}

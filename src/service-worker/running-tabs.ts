/** Whether there is a tab, and every tab answers that it has shown its first screen from a script that is `isOwn`. */
export async function doAllTabsRun(
  tabs: readonly Pick<Client, 'postMessage'>[],
  isOwn: (script: string) => boolean,
  maxMilliseconds: number,
): Promise<boolean> {
  const scripts = await Promise.all(tabs.map((tab) => findScript(tab, maxMilliseconds)))
  return scripts.length > 0 && scripts.every((script) => script !== null && isOwn(script))
}

/** Answers null for a tab that does not answer: it is still loading, frozen, or shows something else. */
async function findScript(
  tab: Pick<Client, 'postMessage'>,
  maxMilliseconds: number,
): Promise<string | null> {
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<string | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), maxMilliseconds)
    port1.addEventListener('message', ({ data }) => {
      clearTimeout(timer)
      resolve(String(data))
    })
  })
  port1.start()
  tab.postMessage({ type: 'WHICH_SCRIPT' }, [port2])
  return answer.finally(() => port1.close())
}

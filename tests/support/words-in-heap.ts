import type { Page } from '@playwright/test'

/** The words that stand in the open page's JavaScript heap, after garbage was collected. Its workers have heaps of their own. */
export async function wordsInHeap(page: Page, words: readonly string[]): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  const snapshot = chunks.join('')
  return words.filter((word) => snapshot.includes(word))
}

import type { Benchmark, Extent, Measurement } from './benchmark.ts'

/** With less of the processors, a figure says more about the neighbours than about the app. */
const minQuietShare = 0.9

type Services = {
  quietShare: () => Promise<number>
  report: (line: string) => void
}

/**
 * Measures, and again while others have had too much of the machine, before or after. Answers what the quietest attempt
 * found; when none was quiet enough, each note begins with that.
 */
export async function measureInQuiet(
  benchmark: Pick<Benchmark, 'name' | 'measure'>,
  extent: Extent,
  { attempts, quietShare, report }: Services & { attempts: number },
): Promise<Measurement[]> {
  let best: { share: number; measurements: Measurement[] } = { share: -1, measurements: [] }
  for (let attempt = 1; attempt <= attempts && best.share < minQuietShare; attempt++) {
    if (attempt > 1) report(`${benchmark.name}: ${busyText(best.share)}. Once more.`)
    const before = await quietShare()
    const measurements = await benchmark.measure(extent)
    const share = Math.min(before, await quietShare())
    if (share > best.share) best = { share, measurements }
  }
  const { share, measurements } = best
  if (share >= minQuietShare) return measurements
  return measurements.map((one) => ({ ...one, note: `${busyText(share)}; ${one.note}` }))
}

function busyText(share: number): string {
  return `TOO BUSY TO JUDGE: others had ${Math.round((1 - share) * 100)} % of the processors`
}

import axe from 'axe-core'
import type { Appearance } from '#app/page/services/appearance.ts'

/** What axe finds in the page that a component test has drawn, one line for each rule. */
export async function axeFindings(): Promise<string[]> {
  const { violations } = await axe.run(document.body)
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length})`)
}

/** As `axeFindings`, by day and by night: contrast is another in each. */
export async function axeFindingsInBothSchemes(appearance: Appearance): Promise<string[]> {
  const before = appearance.current()
  const findings: string[] = []
  for (const scheme of ['light', 'dark'] as const) {
    appearance.choose(scheme)
    findings.push(...(await axeFindings()).map((finding) => `${scheme}: ${finding}`))
  }
  appearance.choose(before)
  return findings
}

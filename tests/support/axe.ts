import axe from 'axe-core'

/** What axe finds in the page that a component test has drawn, one line for each rule. */
export async function axeFindings(): Promise<string[]> {
  const { violations } = await axe.run(document.body)
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length})`)
}

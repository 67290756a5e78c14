/** «strøm», «strøm og mobil», «strøm, mobil og vann» */
export function andText(texts: readonly string[]): string {
  const last = texts.at(-1) ?? ''
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} og ${last}`
}

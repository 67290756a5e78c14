/**
 * Folds a text for comparison: lower case, without signs and spaces, and with one form for æ, ø, å and their
 * replacements («Fødselsnr.», «FOEDSELSNR» and «fodselsnr» are equal).
 */
export function foldText(text: string): string {
  // Most text is plain letters, which have one form only: a list of a city is folded a million times.
  const isPlain = /^[\x20-\x7e]*$/.test(text)
  const lower = (isPlain ? text : text.normalize('NFKC')).toLowerCase()
  if (isPlain && !/aa|ae|oe/.test(lower)) {
    return /^[a-z0-9]*$/.test(lower) ? lower : lower.replaceAll(/[^a-z0-9]+/g, '')
  }
  const spelled = lower
    .replaceAll(/å|aa/g, 'a')
    .replaceAll(/ø|oe|ö/g, 'o')
    .replaceAll(/æ|ae|ä/g, 'a')
  return isPlain
    ? spelled.replaceAll(/[^a-z0-9]/g, '')
    : spelled.normalize('NFD').replaceAll(/[^\p{L}\p{N}]/gu, '')
}

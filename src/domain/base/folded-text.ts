/**
 * A text as it is compared: lower case, without signs and spaces, and with æ, ø, å as they are spelled out or
 * left out elsewhere («Fødselsnr.», «FOEDSELSNR» and «fodselsnr» are one).
 */
export function foldText(text: string): string {
  // Most text is plain letters, which have one form only.
  const isPlain = /^[\x20-\x7e]*$/.test(text)
  const lower = (isPlain ? text : text.normalize('NFKC')).toLowerCase()
  const spelled = lower
    .replaceAll(/å|aa/g, 'a')
    .replaceAll(/ø|oe|ö/g, 'o')
    .replaceAll(/æ|ae|ä/g, 'a')
  return isPlain
    ? spelled.replaceAll(/[^a-z0-9]/g, '')
    : spelled.normalize('NFD').replaceAll(/[^\p{L}\p{N}]/gu, '')
}

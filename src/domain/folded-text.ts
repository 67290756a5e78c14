/**
 * A text as it is compared: lower case, without signs and spaces, and with æ, ø, å as they are spelled out or
 * left out elsewhere («Fødselsnr.», «FOEDSELSNR» and «fodselsnr» are one).
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/å|aa/g, 'a')
    .replaceAll(/ø|oe|ö/g, 'o')
    .replaceAll(/æ|ae|ä/g, 'a')
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

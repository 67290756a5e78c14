/** Letters that Unicode does not split into a base letter and a mark. */
const foldedLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ŋ: 'n',
  ŧ: 't',
  ß: 'ss',
  þ: 'th',
}

/**
 * Folds a text so that different spellings find the same name: «aas», «ås» and «as» find «Ås»,
 * «oestby» finds «Østby», «maret» finds «Máret».
 */
export function foldForSearch(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[æøđðŋŧßþ]/g, (letter) => foldedLetters[letter] ?? letter)
    .replaceAll('aa', 'a')
    .replaceAll('oe', 'o')
}

/** Stands for so many digits that are not shown. */
export function maskedDigits(count: number): string {
  return '•'.repeat(count)
}

/** «010170 •••••»: a fødselsnummer without its last five digits. */
export function maskedPersonalNumber(number: string): string {
  return number.length > 6 ? `${number.slice(0, 6)} ${maskedDigits(5)}` : maskedDigits(5)
}

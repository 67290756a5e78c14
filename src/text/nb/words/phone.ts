/** A space that never breaks over two lines. */
export const noBreak = '\u00A0'

/** «900 00 117», «33 41 60 00», «116 117»; a number of another form is not changed. */
export function phoneText(phone: string): string {
  const digits = norwegianDigits(phone)
  if (digits === null) return phone.trim()
  return groupsOf(digits).join(noBreak)
}

/** «tel:+4790000117»; short numbers get no country code. */
export function phoneLink(phone: string): string {
  const digits = norwegianDigits(phone)
  if (digits === null) return `tel:${phone.replaceAll(/[^+\d]/g, '')}`
  return digits.length === 8 ? `tel:+47${digits}` : `tel:${digits}`
}

/** Returns the number without country code and spaces; null when it is not a Norwegian number. */
function norwegianDigits(phone: string): string | null {
  const digits = phone.replaceAll(/[\s()-]/g, '').replace(/^(\+|00)47(?=\d{8}$)/, '')
  return /^(\d{3}|\d{5}|116\d{3}|[2-9]\d{7})$/.test(digits) ? digits : null
}

function groupsOf(digits: string): string[] {
  if (digits.length === 6) return [digits.slice(0, 3), digits.slice(3)]
  if (digits.length < 8) return [digits]
  // Mobile numbers and 800-numbers are read 3-2-3, the others two by two.
  return /^[489]/.test(digits)
    ? [digits.slice(0, 3), digits.slice(3, 5), digits.slice(5)]
    : [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)]
}

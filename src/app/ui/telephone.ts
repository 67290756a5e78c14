/** A link that calls. What is no digit or leading plus is dropped: numbers come as people wrote them. */
export function telephoneUrl(number: string): string {
  return `tel:${number.trim().startsWith('+') ? '+' : ''}${number.replaceAll(/\D/g, '')}`
}

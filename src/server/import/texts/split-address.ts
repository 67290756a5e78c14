import { tidy } from './cell-values.ts'

export type Place = { street: string; postalCode: string | null; city: string | null }

/** «Storgata 12 B, 3210 Sandefjord» in one cell; whole as the street where it is not sure what is what. */
export function splitAddress(text: string): Place {
  const whole = text.replace(/[\s,]+(?:Norge|Noreg|Norway|NORGE)\.?\s*$/, '')
  const found =
    /^(.*?)\s*[,\n]\s*(?:NO?-? ?)?(\d{4})\s+(\p{L}.*)$/su.exec(whole) ??
    /^(.*\d\s?\p{L}?)\s+(?:NO?-? ?)?(\d{4})\s+(\p{L}[\p{L} .-]*)$/su.exec(whole)
  return found === null
    ? { street: tidy(text), postalCode: null, city: null }
    : { street: tidy(found[1] ?? ''), postalCode: found[2] ?? null, city: tidy(found[3] ?? '') }
}

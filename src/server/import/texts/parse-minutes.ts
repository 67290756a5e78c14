import { tidy } from './cell-values.ts'

/** «90», «90 min», «4 t», «1,5 timer», «1 t 30 min», «2 døgn»; null for anything else. */
export function parseMinutes(text: string, unit: 'minutes' | 'hours'): number | null {
  const words = tidy(text)
    .toLowerCase()
    .replace(/^(ca\.?|minst|inntil|opptil) ?/, '')
  const bare = /^(\d+(?:[.,]\d+)?)$/.exec(words)
  if (bare !== null) return Math.round(numberOf(bare[1]) * (unit === 'hours' ? 60 : 1))
  const parts =
    /^(?:(\d+(?:[.,]\d+)?) ?(?:døgn|dager|dag|d)\.?)? ?(?:(\d+(?:[.,]\d+)?) ?(?:timer|time|t|h)\.?)? ?(?:(\d+)(?: ?(?:minutter|minutt|min|m)\.?)?)?$/.exec(
      words,
    )
  if (parts === null || words === '') return null
  const [, days, hours, minutes] = parts
  return Math.round(numberOf(days) * 1440 + numberOf(hours) * 60 + numberOf(minutes))
}

function numberOf(text: string | undefined): number {
  return Number((text ?? '0').replace(',', '.'))
}

type FoundPhone = { start: number; end: number; phone: string }

/** Digits with what people write between and around them: blanks, full stops, hyphens, brackets. */
const run = /\+?[\d(][\d\s.()-]*/g
/** A number that a spreadsheet has shortened («9,0000512E+07») is no number. */
const shortened = /\d[.,]\d+E[+-]?\d+/gi

/** Every phone number in a text, each written as Norwegians read it. */
export function findPhones(text: string): string[] {
  return locatePhones(text).map(({ phone }) => phone)
}

export function withoutPhones(text: string): string {
  let rest = text
  for (const { start, end } of locatePhones(text).toReversed()) {
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`
  }
  return rest
}

function locatePhones(text: string): FoundPhone[] {
  const plain = text.replaceAll(shortened, (found) => ' '.repeat(found.length))
  return [...plain.matchAll(run)].flatMap((found) => phonesInRun(found[0], found.index))
}

type Group = { digits: string; start: number; end: number }

/**
 * Two numbers may stand with a blank between them only, and «2.» before the next name is no part of the number
 * before it: groups are joined until they make eight digits.
 */
function phonesInRun(text: string, offset: number): FoundPhone[] {
  const groups = [...text.matchAll(/\+?\d+/g)].map(({ 0: digits, index }) => ({
    digits,
    start: offset + index,
    end: offset + index + digits.length,
  }))
  if (/^\+|^00/.test(groups[0]?.digits ?? '')) return abroad(groups)
  const found: FoundPhone[] = []
  let joined: Group[] = []
  const take = () => {
    const [first, last] = [joined[0], joined.at(-1)]
    const phone = readPhone(joined.map(({ digits }) => digits).join(''))
    if (first !== undefined && last !== undefined && phone !== null) {
      found.push({ start: first.start, end: last.end, phone })
    }
    joined = []
  }
  for (const group of groups) {
    const length = joined.reduce((sum, { digits }) => sum + digits.length, 0)
    if (length + group.digits.length > 8) take()
    joined.push(group)
    if (joined.reduce((sum, { digits }) => sum + digits.length, 0) === 8) take()
  }
  take()
  return found
}

/** After +47 eight digits belong together; of a foreign number nobody knows how many. */
function abroad(groups: readonly Group[]): FoundPhone[] {
  const all = groups.map(({ digits }) => digits).join('')
  const isNorwegian = /^(\+|00)47/.test(all)
  const maxDigits = isNorwegian ? (all.startsWith('+') ? 11 : 12) : 17
  let length = 0
  const own = groups.filter(({ digits }) => {
    length += digits.length
    return length <= maxDigits
  })
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined) return []
  const phone = readPhone(own.map(({ digits }) => digits).join(''))
  const further = groups.slice(own.length)
  const more = further.length === 0 ? [] : phonesInRun(spread(further), further[0]?.start ?? 0)
  return [...(phone === null ? [] : [{ start: first.start, end: last.end, phone }]), ...more]
}

/** The groups as they stood, blanks between them. */
function spread(groups: readonly Group[]): string {
  const from = groups[0]?.start ?? 0
  return groups.reduce((text, { digits, start }) => text.padEnd(start - from) + digits, '')
}

/** Null for too few digits, and for eight that no Norwegian number begins as: «01.02.1940». */
function readPhone(text: string): string | null {
  const international = text.replace(/^00/, '+')
  const national = international.replace(/^\+?47(?=\d{8}$)/, '')
  if (!/^\d{8}$/.test(national)) return /\d{5}/.test(international) ? international : null
  if (/^[01]/.test(national)) return null
  const groups = /^[489]/.test(national)
    ? /^(\d{3})(\d{2})(\d{3})$/
    : /^(\d{2})(\d{2})(\d{2})(\d{2})$/
  return (groups.exec(national) ?? []).slice(1).join(' ')
}

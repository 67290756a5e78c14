type FoundPhone = { start: number; end: number; phone: string }

/** Digits with what people write between and around them: blanks, full stops, hyphens, brackets. */
const run = /\+?[\d(][\d\s.()-]*/g
/** A number that a spreadsheet has shortened («9,0000512E+07») is no number, nor are a date and a moment of the day. */
const noPhones =
  /\d[.,]\d+E[+-]?\d+|(?<!\d)\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?!\d)|(?<!\d)(?:[01]?\d|2[0-4])[.:][0-5]\d(?![\d.])(?!\s\d{2}(?:\s|$))|(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)/gi

/** Every phone number in a text, each written as Norwegians read it. */
export function findPhones(text: string): string[] {
  return locatePhones(text).map(({ phone }) => phone)
}

/** What stands between the phones of a text: one piece more than there are phones. */
export function splitAtPhones(text: string): string[] {
  let from = 0
  const pieces = locatePhones(text).map(({ start, end }) => {
    const piece = text.slice(from, start)
    from = end
    return piece
  })
  return [...pieces, text.slice(from)]
}

/** Digits that are a phone's number of digits and yet none that is surely whole: «900 00 5012», «070-123 45 67». */
export function hasUnreadPhone(text: string): boolean {
  const rest = splitAtPhones(blankOut(text)).join(' | ')
  return (rest.match(run) ?? []).some((found) => {
    const digits = found.replaceAll(/\D/g, '').length
    return digits >= 5 && digits <= 20
  })
}

/** One cell is asked about several times in a row: for its phones, what stands between them, and what is none. */
const located = new Map<string, readonly FoundPhone[]>()
const maxLocated = 20

function locatePhones(text: string): readonly FoundPhone[] {
  if (!/\d/.test(text)) return []
  const known = located.get(text)
  if (known !== undefined) return known
  const phones = locateAnew(text)
  if (located.size >= maxLocated) located.clear()
  located.set(text, phones)
  return phones
}

function locateAnew(text: string): FoundPhone[] {
  return [...blankOut(text).matchAll(run)].flatMap((found) => {
    const isBeforeName = /^\p{L}/u.test(text.slice(found.index + found[0].length))
    return phonesInRun(found[0], { offset: found.index, isBeforeName })
  })
}

function blankOut(text: string): string {
  // A spreadsheet shows a number as «90000512.0».
  return text.replaceAll(/(?<=\d{8})[.,]0{1,2}(?!\d)/g, blank).replaceAll(noPhones, blank)
}

function blank(found: string): string {
  return ' '.repeat(found.length)
}

type Group = { digits: string; start: number; end: number }

/**
 * Reads the numbers of a run of digits, or none of them: a digit too many or too few somewhere means that nobody knows
 * where one number ends and the next begins. A bare «2.» before the next name is no part of the number before it.
 */
function phonesInRun(
  text: string,
  { offset, isBeforeName }: { offset: number; isBeforeName: boolean },
): FoundPhone[] {
  const groups = [...text.matchAll(/\+?\d+/g)].map(({ 0: digits, index }) => ({
    digits,
    start: offset + index,
    end: offset + index + digits.length,
  }))
  if (isBeforeName && isListNumber(text, groups.at(-1), offset)) groups.pop()
  if (groups.length > 1 && isListNumber(text, groups[0], offset)) groups.shift()
  return readGroups(groups) ?? []
}

/** «1.» and «2.» number the people of a list. */
function isListNumber(text: string, group: Group | undefined, offset: number): boolean {
  if (group === undefined || group.digits.length !== 1) return false
  return /^\.\s/.test(`${text.slice(group.end - offset)} `)
}

/** The groups as whole numbers side by side, in the one way that there is; null when there is none. */
function readGroups(groups: readonly Group[]): FoundPhone[] | null {
  const [first] = groups
  if (first === undefined) return []
  // The longest first: «+46 70 123 45 67» is not a short number and a remainder.
  for (let count = groups.length; count > 0; count--) {
    const own = groups.slice(0, count)
    const phone = readPhone(own.map(({ digits }) => digits))
    if (phone === null) continue
    const rest = readGroups(groups.slice(count))
    const end = own.at(-1)?.end ?? first.end
    if (rest !== null) return [{ start: first.start, end, phone }, ...rest]
  }
  return null
}

/** Null for what is surely no whole number. */
function readPhone(groups: readonly string[]): string | null {
  // Only the first group of a number has a plus.
  if (groups.slice(1).some((digits) => digits.startsWith('+'))) return null
  const all = groups.join('')
  if (all.length > 17) return null
  const international = all.replace(/^00/, '+')
  const national = international.replace(/^\+?47(?=\d{8}$)/, '')
  if (international.startsWith('+') && national === international) {
    // After +47 eight digits belong together; of a foreign number nobody knows how many.
    return /^\+(?!47)[1-9]\d{6,14}$/.test(international) ? international : null
  }
  if (shortNumbers.test(national)) return groups.length <= 3 ? national : null
  if (!/^[2-9]\d{7}$/.test(national)) return null
  const parts = /^[489]/.test(national)
    ? /^(\d{3})(\d{2})(\d{3})$/
    : /^(\d{2})(\d{2})(\d{2})(\d{2})$/
  return (parts.exec(national) ?? []).slice(1).join(' ')
}

/** Numbers of five digits for companies, and those of Europe for help (legevakt 116 117). */
const shortNumbers = /^0[2-9]\d{3}$|^116\d{3}$/

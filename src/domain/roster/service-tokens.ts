import { foldText } from '../base/folded-text.ts'
import type { LocalDate } from '../time/instant.ts'
import { isNotCurrent, isRemarkOnState } from './service-state.ts'
import { ServiceCode, type ServiceDefinition } from '../patient/service.ts'

export type ServiceTokens = {
  codes: ServiceCode[]
  unknown: ServiceCode[]
  /** What is said of services that nobody has now: «TRY (avsluttet)», «Ingen BST», «Søkt om VEM». */
  notCurrent: string[]
}
export type ReadServices = ReturnType<typeof serviceReader>

/**
 * Makes a reader of the services of one cell by the municipality's own table: codes, titles, or «TRY – Trygghetsalarm»,
 * separated by comma, semicolon, slash, plus, bullet, «og» or line break. A code that the table lacks is kept and told
 * of; a service that is refused, applied for or ended by `today` is told of alone.
 */
export function serviceReader(
  table: readonly ServiceDefinition[],
  today: LocalDate,
): (text: string) => ServiceTokens {
  const codesByName = new Map<string, ServiceCode>([
    ...table.map(({ code, title }) => [foldText(title), code] as const),
    ...table.map(({ code }) => [foldText(code), code] as const),
  ])
  return (text) => readServices(text, codesByName, today)
}

function readServices(
  text: string,
  codesByName: ReadonlyMap<string, ServiceCode>,
  today: LocalDate,
): ServiceTokens {
  const codes = new Set<ServiceCode>()
  const unknown = new Set<ServiceCode>()
  const notCurrent: string[] = []
  for (const part of joinRemarks(splitServices(text, codesByName))) {
    if (isNotCurrent(part, today)) {
      notCurrent.push(part.trim())
      continue
    }
    const known = knownCodes(part, codesByName)
    for (const code of known) codes.add(code)
    if (known.length > 0 || nothingWords.has(foldText(part))) continue
    const code = codeFromWords(part)
    if (code === null) continue
    codes.add(code)
    unknown.add(code)
  }
  return { codes: [...codes], unknown: [...unknown], notCurrent }
}

const nothingWords = new Set(
  ['', 'ingen', 'nei', 'ingen tjenester', 'ingen tenester', 'ingen vedtak'].map(foldText),
)

/** «TRY, avsluttet»: the second part says something of the first. */
function joinRemarks(parts: readonly string[]): string[] {
  const joined: string[] = []
  for (const part of parts) {
    const before = joined.at(-1)
    if (before !== undefined && isRemarkOnState(part))
      joined[joined.length - 1] = `${before}, ${part}`
    else joined.push(part)
  }
  return joined
}

const hardSeparator = /[;|\r\n]+/
/** «2/uke» is a measure, not two services. */
const separator = /,|\/(?! ?(?:uke|dag|døgn|mnd|måned|natt|kveld|gang)\b)/i
const softSeparator = /[+&•·]| og /i

function splitServices(text: string, codesByName: ReadonlyMap<string, ServiceCode>): string[] {
  return text
    .split(hardSeparator)
    .flatMap((part) => joinTitles(part.split(separator), codesByName))
    .flatMap((part) => {
      if (codesByName.has(foldText(part))) return [part]
      const pieces = part.split(softSeparator)
      // «Følge og støtte» is one service unless a part of it is a service by itself.
      return pieces.some((piece) => knownCodes(piece, codesByName).length > 0) ? pieces : [part]
    })
}

/** A title may hold what separates services: «Praktisk bistand, daglige gjøremål». */
function joinTitles(
  pieces: readonly string[],
  codesByName: ReadonlyMap<string, ServiceCode>,
): string[] {
  const joined: string[] = []
  let from = 0
  while (from < pieces.length) {
    let to = Math.min(pieces.length, from + maxPiecesInTitle)
    while (to > from + 1 && !codesByName.has(foldText(pieces.slice(from, to).join(',')))) to -= 1
    joined.push(pieces.slice(from, to).join(','))
    from = to
  }
  return joined
}

const maxPiecesInTitle = 4

function knownCodes(part: string, codesByName: ReadonlyMap<string, ServiceCode>): ServiceCode[] {
  const whole = codesByName.get(foldText(part))
  if (whole !== undefined) return [whole]
  const words = part.trim().split(/\s+/)
  const each = words.flatMap((word) => codesByName.get(foldText(word)) ?? [])
  if (each.length === words.length) return each
  const bracketed = /\(([^)]+)\)\s*$/.exec(part)?.[1]
  const leading = /^\s*([^\s:–-]+)\s*[:–(-]/.exec(part)?.[1]
  const capitals = part.match(/(?<![\p{L}\d-])\p{Lu}[\p{Lu}\d]+(?![\p{L}\d-])/gu) ?? []
  const named = [leading, bracketed, ...capitals].flatMap((word) =>
    word === undefined ? [] : (codesByName.get(foldText(word)) ?? []),
  )
  return [...new Set(named)]
}

/** A code has at most 16 signs and no spaces; a service that the EHR names in words is made to fit. */
function codeFromWords(part: string): ServiceCode | null {
  const letters = part
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-ZÆØÅ0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
  const code = ServiceCode.safeParse(letters.slice(0, 16).replace(/_+$/, ''))
  return code.success ? code.data : null
}

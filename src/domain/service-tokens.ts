import { foldText } from './folded-text.ts'
import { ServiceCode, type ServiceDefinition } from './service.ts'

export type ServiceTokens = { codes: ServiceCode[]; unknown: ServiceCode[] }
export type ReadServices = ReturnType<typeof serviceReader>

/**
 * Makes a reader of the services of one cell by the municipality's own table: codes, titles, or «TRY – Trygghetsalarm»,
 * separated by comma, semicolon, slash or line break. A code that the table lacks is kept and told of.
 */
export function serviceReader(
  table: readonly ServiceDefinition[],
): (text: string) => ServiceTokens {
  const codesByName = new Map<string, ServiceCode>([
    ...table.map(({ code, title }) => [foldText(title), code] as const),
    ...table.map(({ code }) => [foldText(code), code] as const),
  ])
  return (text) => readServices(text, codesByName)
}

function readServices(text: string, codesByName: ReadonlyMap<string, ServiceCode>): ServiceTokens {
  const codes = new Set<ServiceCode>()
  const unknown = new Set<ServiceCode>()
  for (const part of text.split(/[,;/|\r\n]+/)) {
    const known = knownCodes(part, codesByName)
    for (const code of known) codes.add(code)
    if (known.length > 0 || foldText(part) === '') continue
    const code = codeFromWords(part)
    if (code === null) continue
    codes.add(code)
    unknown.add(code)
  }
  return { codes: [...codes], unknown: [...unknown] }
}

function knownCodes(part: string, codesByName: ReadonlyMap<string, ServiceCode>): ServiceCode[] {
  const whole = codesByName.get(foldText(part))
  if (whole !== undefined) return [whole]
  const words = part.trim().split(/\s+/)
  const each = words.flatMap((word) => codesByName.get(foldText(word)) ?? [])
  if (each.length === words.length) return each
  const bracketed = /\(([^)]+)\)\s*$/.exec(part)?.[1]
  const leading = /^\s*(?:([^\s:–-]+)\s*[:–(-]|(\p{Lu}{2,})\s)/u.exec(part)?.slice(1).find(Boolean)
  for (const word of [leading, bracketed]) {
    const code = word === undefined ? undefined : codesByName.get(foldText(word))
    if (code !== undefined) return [code]
  }
  return []
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

import type { Access } from '#domain/patient/patient.ts'
import { importReport } from '#text/nb/words/import-report.ts'
import { isNothing, parseYesNo, tidy } from './cell-values.ts'

export type AccessCode = { access: string; code: string }

/** A text with its door or box code taken out, for the code goes to a class of its own. */
export function extractCode(text: string): { rest: string; code: string | null } {
  const found =
    /[,;(]?\s*\b(?:dør|port|nøkkel|boks)?koden?(?: er)?\s*[:=]?\s*([#*]?\d[\d#*-]{2,11}[#*]?)\)?/i.exec(
      text,
    )
  const code = found?.[1] ?? null
  if (found === null || code === null) return { rest: tidy(text), code: null }
  return { rest: tidy(text.replace(found[0], ' ')), code }
}

/** The ways into a home that a row names, and the codes that were written into them. */
export function parseAccess(
  cells: readonly { column: 'key' | 'keyBox' | 'electronicLock' | 'door'; text: string }[],
): { access: Access[]; codes: AccessCode[] } {
  const access: Access[] = []
  const codes: AccessCode[] = []
  for (const { column, text } of cells) {
    for (const part of text.split(/[\r\n;]+/)) {
      if (isNothing(part) || parseYesNo(part) === false) continue
      const { rest, code } = extractCode(part)
      const kind = column === 'key' ? kindFromWords(rest) : column === 'door' ? 'opensDoor' : column
      const description = describe(kind, rest)
      access.push({ kind, description, worksOffline: null, hasCode: code !== null })
      if (code !== null) codes.push({ access: description, code })
    }
  }
  return { access, codes }
}

function kindFromWords(text: string): Access['kind'] {
  if (/boks|safe|skap/i.test(text)) return 'keyBox'
  if (/e-?lås|elektronisk|digital/i.test(text)) return 'electronicLock'
  if (/åpner/i.test(text)) return 'opensDoor'
  return 'key'
}

function describe(kind: Access['kind'], text: string): string {
  const name = importReport.access[kind]
  if (text === '' || parseYesNo(text) === true) return name
  return /^[\d\s/-]+$/.test(text) ? `${name} ${text}` : text
}

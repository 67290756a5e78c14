import type { Access } from '#domain/patient/patient.ts'
import type { ListedAccess } from '#domain/roster/listed-person.ts'
import { isNothing, parseYesNo, tidy } from './cell-values.ts'

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

/** The ways into a home that a row names, each with the code that was written into it. */
export function parseAccess(
  cells: readonly { column: 'key' | 'keyBox' | 'electronicLock' | 'door'; text: string }[],
): ListedAccess[] {
  const access: ListedAccess[] = []
  for (const { column, text } of cells) {
    for (const part of text.split(/[\r\n;]+/)) {
      if (isNothing(part) || parseYesNo(part) === false) continue
      const { rest, code } = extractCode(part)
      const kind = column === 'key' ? kindFromWords(rest) : column === 'door' ? 'opensDoor' : column
      access.push({ kind, description: parseYesNo(rest) === true ? '' : rest, code })
    }
  }
  return access
}

function kindFromWords(text: string): Access['kind'] {
  if (/boks|safe|skap/i.test(text)) return 'keyBox'
  if (/e-?lås|elektronisk|digital/i.test(text)) return 'electronicLock'
  if (/åpner/i.test(text)) return 'opensDoor'
  return 'key'
}

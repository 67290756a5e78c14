import type { Access } from '#domain/patient/patient.ts'
import type { ListedAccess } from '#domain/roster/listed-person.ts'
import { isNothing, parseYesNo } from '../texts/cell-values.ts'
import { extractCodes } from '../texts/codes.ts'

/** The ways into a home that a row names, each with the code that was written into it. */
export function parseAccess(
  cells: readonly { column: 'key' | 'keyBox' | 'electronicLock' | 'door'; text: string }[],
): ListedAccess[] {
  const access: ListedAccess[] = []
  for (const { column, text } of cells) {
    for (const part of text.split(/[\r\n;]+/)) {
      if (isNothing(part) || parseYesNo(part) === false) continue
      const { rest, codes } = isBareCode(column, part)
        ? { rest: '', codes: [part.trim()] }
        : extractCodes(part)
      const kind = column === 'key' ? kindFromWords(part) : column === 'door' ? 'opensDoor' : column
      const description = parseYesNo(rest) === true ? '' : rest
      const [code = null, ...further] = codes
      access.push({ kind, description, code })
      for (const other of further) access.push({ kind, description, code: other })
    }
  }
  return access
}

/** Digits alone under a key box or a lock are what opens it; under a key they are its number. */
function isBareCode(column: string, text: string): boolean {
  const isLocked = column === 'keyBox' || column === 'electronicLock'
  return isLocked && /^\s*[#*]?\d{3,8}[#*]?\s*$/.test(text)
}

function kindFromWords(text: string): Access['kind'] {
  if (/boks|safe|skap/i.test(text)) return 'keyBox'
  if (/e-?lås|elektronisk|digital|kodelås/i.test(text)) return 'electronicLock'
  if (/åpner/i.test(text)) return 'opensDoor'
  return 'key'
}

/** Of texts longer than this a pattern with several open repetitions is not asked: it could take minutes. */
const quickLength = 300

/**
 * A form's pattern as a rule for a whole answer; null for one that is invalid, or that a text could be written for
 * which keeps the machine busy for ever. A form comes from a leader or from another system, and the server asks it of
 * every entry.
 */
export function findPattern(source: string): ((text: string) => boolean) | null {
  const loops = openRepetitions(source)
  if (loops === null || loops > 3) return null
  let pattern: RegExp
  try {
    pattern = new RegExp(`^(?:${source})$`, 'u')
  } catch (fault) {
    if (fault instanceof SyntaxError) return compileWithoutUnicode(source, loops)
    throw fault
  }
  return matcher(pattern, loops)
}

/** Helsenorge's patterns escape what a strict reading does not let them. */
function compileWithoutUnicode(source: string, loops: number): ((text: string) => boolean) | null {
  try {
    return matcher(new RegExp(`^(?:${source})$`), loops)
  } catch (fault) {
    if (fault instanceof SyntaxError) return null
    throw fault
  }
}

function matcher(pattern: RegExp, loops: number): (text: string) => boolean {
  return (text) => (loops > 1 && text.length > quickLength) || pattern.test(text)
}

/**
 * Counts the repetitions without a small upper bound. Null when one is around a group that has another or a choice in
 * it, or when the pattern looks ahead, behind or back.
 */
function openRepetitions(source: string): number | null {
  const plain = source.replaceAll(/\\[^\d]/gu, 'x').replaceAll(/\[[^\]]*\]/gu, 'x')
  if (/\\\d|\(\?(?!:)/u.test(plain)) return null
  const open = /[*+]|\{(?:\d+,|\d*,?\d{3,}|\d+,\d{3,})\}/gu
  const groups = /\((?:\?:)?(?<inside>[^()]*)\)(?<quantifier>[*+?]|\{[^}]*\})?/u
  let rest = plain
  let count = 0
  for (let found = groups.exec(rest); found !== null; found = groups.exec(rest)) {
    const { inside = '', quantifier } = found.groups ?? {}
    const within = inside.match(open)?.length ?? 0
    const isRepeated = quantifier !== undefined && quantifier !== '?'
    if (isRepeated && (within > 0 || inside.includes('|'))) return null
    count += within
    // What was in it is counted; a repetition of its own is counted with the rest.
    rest = rest.replace(found[0], `x${quantifier ?? ''}`)
  }
  return count + (rest.match(open)?.length ?? 0)
}

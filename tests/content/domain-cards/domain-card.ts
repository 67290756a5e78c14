/**
 * The cards of the domain facts, card by card: below its code first what stands around its table, then each row with phase
 * and roles as they stand there. What follows are the facts, as words that any wording of them has to hold.
 */
export type DomainCard = { code: string; around: readonly string[]; rows: readonly DomainRow[] }

export type DomainRow = { phase: string; roles: readonly string[]; facts: readonly string[] }

export function readDomainCards(text: string): DomainCard[] {
  return text
    .trim()
    .replaceAll(/;\n +/g, '; ')
    .split('\n\n')
    .map((block) => {
      const [code = '', around = '', ...rows] = block.split('\n')
      return { code, around: factsOf(around.replace('around | ', '')), rows: rows.map(readRow) }
    })
}

function readRow(line: string): DomainRow {
  const [phase, roles, facts] = line.split(' | ')
  if (phase === undefined || roles === undefined || facts === undefined) {
    throw new Error(`Not a row of a card: ${line}`)
  }
  return { phase, roles: roles.split(' '), facts: factsOf(facts) }
}

function factsOf(text: string): string[] {
  return text.split('; ')
}

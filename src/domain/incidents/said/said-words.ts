import type { CoordinationFactBody } from '../coordination-fact.ts'

/** The words of a fact that the whole municipality reads, as its author typed them. */
export function saidWords(body: CoordinationFactBody): string[] {
  switch (body.kind) {
    case 'closed':
    case 'reopened':
    case 'step':
      return body.word === null ? [] : [body.word]
    case 'started':
    case 'corrected':
    case 'confirmed':
    case 'merged':
    case 'undone':
      return []
  }
}

/** The streets that an area is narrowed to. A street may be called as somebody is. */
export function saidStreets(body: CoordinationFactBody): readonly string[] {
  if (body.kind === 'started') return body.area.streets
  return body.kind === 'corrected' && body.to.part === 'area' ? body.to.value.streets : []
}

import type { QuestionnaireItem } from '../../forms/questionnaire.ts'

/** All items of a form, those in groups and below questions too, in the form's order. */
export function allItems(items: readonly QuestionnaireItem[]): QuestionnaireItem[] {
  return items.flatMap((item) => [item, ...allItems(item.item ?? [])])
}

export function findItem(
  items: readonly QuestionnaireItem[],
  linkId: string,
): QuestionnaireItem | null {
  return allItems(items).find((item) => item.linkId === linkId) ?? null
}

/** The items with those of one level changed, where an item is among them; as they are when it is nowhere. */
export function withSiblings(
  items: readonly QuestionnaireItem[],
  linkId: string,
  change: (siblings: readonly QuestionnaireItem[], at: number) => QuestionnaireItem[],
): QuestionnaireItem[] {
  const at = items.findIndex((item) => item.linkId === linkId)
  if (at >= 0) return change(items, at)
  return items.map((item) =>
    item.item === undefined ? item : { ...item, item: withSiblings(item.item, linkId, change) },
  )
}

export function withItem(
  items: readonly QuestionnaireItem[],
  linkId: string,
  change: (item: QuestionnaireItem) => QuestionnaireItem,
): QuestionnaireItem[] {
  return withSiblings(items, linkId, (siblings, at) =>
    siblings.map((item, place) => (place === at ? change(item) : item)),
  )
}

import { conceptText, type Extension } from './fhir-resource.ts'

/** Every text of the extensions whose address fits, one level of nesting included. */
export function extensionTexts(
  extensions: readonly Extension[] | undefined,
  url: RegExp,
): string[] {
  return (extensions ?? []).flatMap((extension) => {
    const inner = (extension.extension ?? []).filter(
      (part) => url.test(extension.url ?? '') || url.test(part.url ?? ''),
    )
    const own = url.test(extension.url ?? '') ? [extension] : []
    return [...own, ...inner].flatMap((value) => {
      const text =
        value.valueString ??
        value.valueCode ??
        value.valueCoding?.display ??
        value.valueCoding?.code ??
        conceptText(value.valueCodeableConcept) ??
        value.valueReference?.display
      return text === undefined || text === null ? [] : [text]
    })
  })
}

import type { FormFileRefusal } from '#domain/form-versions/form-file.ts'
import { faultText } from './form-faults.ts'

/** Taking in a form that was made elsewhere. */
export const formFile = {
  label: 'Hent skjema fra fil',
  help: 'En fil i formatet FHIR R4 Questionnaire (.json), for eksempel fra Helsenorges skjemabygger. Ingenting gis ut før du sier det.',
  choose: 'Velg fil',
  several: 'Filen har flere skjema. Hvilket skal hentes?',
  language: (language: string) => `språk: ${language}`,
  notTaken: 'Filen ble ikke hentet',
} as const

/** What is wrong with a file, and what to do. */
export function fileRefusalText(refusal: FormFileRefusal): string {
  switch (refusal.kind) {
    case 'tooLarge':
      return `Filen er større enn ${refusal.megabytes} MB. Velg filen med ett skjema, eller ta bort vedlegg og bilder i den.`
    case 'empty':
      return 'Filen er tom. Eksporter skjemaet på nytt.'
    case 'notText':
    case 'notJson':
      return 'Filen er ikke JSON. Eksporter skjemaet som FHIR JSON, ikke som Word, PDF eller zip.'
    case 'xml':
      return 'Filen er XML. Eksporter skjemaet som FHIR JSON i stedet.'
    case 'otherFhir':
      return 'Filen er JSON, men ikke et FHIR-skjema: «resourceType» mangler. Eksporter skjemaet som FHIR R4 Questionnaire.'
    case 'otherResource':
      return refusal.resourceType === 'QuestionnaireResponse'
        ? 'Filen er et utfylt skjema (QuestionnaireResponse). Velg filen med selve skjemaet (Questionnaire).'
        : `Filen er av typen «${refusal.resourceType.slice(0, 40)}». Velg filen med skjemaet (Questionnaire).`
    case 'noForm':
      return 'Samlingen i filen har ikke noe skjema. Velg filen med skjemaet (Questionnaire).'
    case 'unreadable':
      return `Skjemaet følger ikke FHIR R4 her: «${refusal.place.slice(0, 80)}». Be den som laget filen, om å rette det.`
    case 'faults':
      return `Skjemaet kan ikke brukes slik det er. ${refusal.faults.slice(0, 3).map(faultText).join(' ')}`
  }
}

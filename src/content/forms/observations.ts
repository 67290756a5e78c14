import type { QuestionnaireItem } from 'fhir/r4'
import { newsCodes } from '#domain/forms/news-of-items.ts'
import { choices, field, measure } from './write-form.ts'

const snomed = 'http://snomed.info/sct'

type Need = { required?: true }

/** The measurements that observations and NEWS2 share. */
export const measurements = {
  respiration: (need: Need) =>
    measure(
      'respiration',
      'Respirasjonsfrekvens',
      { unit: '/min', code: '/min', min: 0, max: 80, loinc: newsCodes.respirationsPerMinute },
      need,
    ),
  saturation: (need: Need) =>
    measure(
      'saturation',
      'SpO₂',
      { unit: '%', code: '%', min: 30, max: 100, loinc: newsCodes.saturationPercent },
      need,
    ),
  oxygen: (need: Need): QuestionnaireItem =>
    field('oxygen', 'Får bruker oksygen?', 'boolean', {
      code: [{ system: snomed, code: newsCodes.hasOxygen }],
      ...need,
    }),
  systolic: (need: Need) =>
    measure(
      'systolic',
      'Systolisk blodtrykk',
      { unit: 'mmHg', code: 'mm[Hg]', min: 30, max: 300, loinc: newsCodes.systolicMmHg },
      need,
    ),
  pulse: (need: Need) =>
    measure(
      'pulse',
      'Puls',
      { unit: '/min', code: '/min', min: 0, max: 300, loinc: newsCodes.pulsePerMinute },
      need,
    ),
  consciousness: (need: Need): QuestionnaireItem =>
    field('consciousness', 'Bevissthet', 'choice', {
      code: [{ system: snomed, code: newsCodes.consciousness }],
      ...choices('acvpu', {
        A: 'A – våken',
        C: 'C – nyoppstått forvirring',
        V: 'V – reagerer på tiltale',
        P: 'P – reagerer på smerte',
        U: 'U – reagerer ikke',
      }),
      ...need,
    }),
  temperature: (need: Need) =>
    measure(
      'temperature',
      'Temperatur',
      { unit: '°C', code: 'Cel', min: 20, max: 45, decimals: 1, loinc: newsCodes.celsius },
      need,
    ),
}

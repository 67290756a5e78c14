import { measurements } from './observations.ts'
import { field, line, measure, prose, required, writeForm } from './write-form.ts'

/** What was measured, without a sum. All but the time may be left out: one measures what there is time for. */
export const observasjoner = writeForm({
  name: 'observasjoner',
  title: 'Observasjoner',
  rank: 4,
  about: 'patient',
  paper: 'page',
  item: [
    field('measuredAt', 'Når målte du?', 'dateTime', required),
    measurements.respiration({}),
    measurements.saturation({}),
    measurements.oxygen({}),
    measurements.systolic({}),
    measurements.pulse({}),
    measurements.consciousness({}),
    measurements.temperature({}),
    measure('glucose', 'Blodsukker', {
      unit: 'mmol/l',
      code: 'mmol/L',
      min: 0,
      max: 60,
      decimals: 1,
      loinc: '15074-8',
    }),
    field('pain', 'Smerte (NRS 0–10)', 'integer', {
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 0 },
        { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 10 },
      ],
    }),
    measure('weight', 'Vekt', {
      unit: 'kg',
      code: 'kg',
      min: 1,
      max: 400,
      decimals: 1,
      loinc: '29563-7',
    }),
    measure('urine', 'Diurese', { unit: 'ml', code: 'mL', min: 0, max: 20_000 }),
    line('stool', 'Avføring'),
    measure('fluidIn', 'Væske inn', { unit: 'ml', code: 'mL', min: 0, max: 20_000 }),
    measure('fluidOut', 'Væske ut', { unit: 'ml', code: 'mL', min: 0, max: 20_000 }),
    prose('comment', 'Merknad'),
  ],
})

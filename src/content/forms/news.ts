import { calculationUrl } from '#domain/forms/calculations.ts'
import { newsCodes } from '#domain/forms/news-of-items.ts'
import type { NewsRow } from '#domain/news/news2.ts'
import { measurements } from './observations.ts'
import { choices, field, guidance, prose, required, writeForm } from './write-form.ts'

const snomed = 'http://snomed.info/sct'

/** The rows of the table of sums, worded as the table is. */
const rows = {
  zero: '0: lav',
  low: '1–4: lav',
  single: 'Én måling gir 3: lav/middels',
  medium: '5–6: middels',
  high: '7 eller mer: høy',
} as const satisfies Record<NewsRow, string>

/**
 * NEWS2 as documentation and sum, not diagnosis: the words below are the same whatever the sum is. A draft, because the
 * municipality has to assess it before anybody can begin one.
 */
export const news = writeForm({
  name: 'news',
  title: 'NEWS2',
  rank: 5,
  about: 'patient',
  paper: 'page',
  status: 'draft',
  item: [
    guidance('who', 'For voksne fra 16 år som ikke er gravide.'),
    field('measuredAt', 'Når målte du?', 'dateTime', required),
    measurements.respiration(required),
    {
      ...field('scale', 'SpO₂-skala', 'choice', required),
      code: [{ system: 'urn:beredt:code', code: newsCodes.saturationScale }],
      answerOption: [
        {
          valueCoding: { system: snomed, code: '1104311000000102', display: 'Skala 1' },
          initialSelected: true,
        },
        { valueCoding: { system: snomed, code: '1104321000000108', display: 'Skala 2' } },
      ],
    },
    guidance(
      'scaleTwo',
      'Skala 2 bare når lege har bestemt det: hyperkapnisk respirasjonssvikt, mål 88–92 %.',
    ),
    measurements.saturation(required),
    measurements.oxygen(required),
    measurements.systolic(required),
    measurements.pulse(required),
    measurements.consciousness(required),
    measurements.temperature(required),
    {
      ...field('sum', 'NEWS2, sum', 'integer'),
      code: [{ system: snomed, code: '1104051000000101' }],
      extension: [{ url: calculationUrl, valueCode: 'newsSum' }],
    },
    {
      ...field('row', 'Rad i tabellen', 'choice', choices('news-row', rows)),
      extension: [{ url: calculationUrl, valueCode: 'newsRow' }],
    },
    guidance(
      'meaning',
      'NEWS2 erstatter ikke egen vurdering. Følg kommunens rutine for hvem som varsles. Skriv i merknaden om verdiene er vanlige for bruker.',
    ),
    prose('comment', 'Merknad'),
  ],
})

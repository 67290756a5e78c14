import { expect, test } from 'vitest'
import { news } from '#content/forms/news.ts'
import type { AssessForm } from '#contract/assess-form.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { accepted } from '#domain/base/result.ts'
import { assessedForm } from '#domain/forms/municipality/assessed-form.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { LocalDate } from '#domain/time/instant.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

const forms = StreamId.parse('demo/real/*/forms')
const inUse = assessedForm(news, {
  isInUse: true,
  by: 'Kari Lund',
  on: LocalDate.parse('2026-11-23'),
})

test('a leader takes NEWS2 into use after a question, and everybody can begin it then', async () => {
  const sent: AssessForm[] = []
  const bench = await screenBench({
    role: 'sectionLeader',
    api: {
      async assessForm(message) {
        sent.push(message)
        await bench.server.write(forms, [{ kind: 'put', ...documentOf('questionnaire', inUse) }])
        return accepted({ form: inUse })
      },
    },
  })
  await bench.enrol()
  const screen = await bench.draw('/skriv')
  await screen.getByRole('button', { name: 'Ta NEWS2 i bruk' }).click()
  await expect.element(screen.getByRole('alertdialog')).toBeVisible()
  expect(sent).toEqual([])
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])

  await screen.getByRole('button', { name: 'Ta NEWS2 i bruk' }).click()
  await bench.device.core().syncNow()

  await expect.element(screen.getByRole('link', { name: /^NEWS2/ })).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Ta NEWS2 ut av bruk' })).toBeVisible()
  expect(sent).toEqual([{ form: 'news@1', isInUse: true }])
})

test('a nurse neither begins a form that is not assessed nor takes it into use', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/skriv')

  await expect.element(screen.getByRole('link', { name: /^Observasjoner/ })).toBeVisible()

  expect(screen.getByText('NEWS2').query()).toBeNull()
})

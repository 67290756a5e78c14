import { expect, test } from 'vitest'
import { documentOf } from '#domain/documents/document-of.ts'
import { publishedForm, versionsWithUse } from '#domain/form-versions/publication.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { aForm } from '../../../../support/a-form.ts'
import { monday, screenBench } from '../../../../support/screen-bench.tsx'

const forms = StreamId.parse('demo/real/*/forms')
const solveig = { by: 'Solveig Berg', at: monday }
const first = aForm([{ linkId: 'a', type: 'string', text: 'Hva så du?' }])
const second = publishedForm(aForm([{ linkId: 'a', type: 'string', text: 'Hva observerte du?' }]), {
  version: '2',
  ...solveig,
})

/** A draft is begun in version 1, and the phone has been in contact since. */
async function begunBefore(later: readonly Questionnaire[]) {
  const bench = await screenBench()
  const put = (all: readonly Questionnaire[]) =>
    bench.server.write(
      forms,
      all.map((form) => ({ kind: 'put', ...documentOf('questionnaire', form) })),
    )
  await put([first])
  await bench.enrol()
  const screen = await bench.draw('/skriv/prove')
  await screen.getByLabelText('Hva så du?').fill('Ustø i gangen')
  await expect.element(screen.getByText(/^Lagret på telefonen/)).toBeVisible()
  await screen.unmount()
  await put(later)
  await bench.device.core().syncNow()
  return { bench, list: await bench.draw('/skriv') }
}

test('a draft of version 1 says that there is a version 2, and is signed as version 1', async () => {
  const { bench, list } = await begunBefore([second])
  await list.getByRole('link', { name: /Prøveskjema.*sist skrevet/ }).click()
  await expect
    .element(list.getByText(/^Du begynte i versjon 1 av skjemaet\. Nå finnes versjon 2\./))
    .toBeVisible()
  await expect.element(list.getByLabelText('Hva så du?')).toHaveValue('Ustø i gangen')

  await list.getByRole('button', { name: 'Signer' }).click()

  await expect.element(list.getByText('Signert og lagret på telefonen')).toBeVisible()
  const own = await bench.device.core().vault.entries.listOwn()
  expect(own.ok && own.value.map(({ form }) => form)).toEqual(['prove@1'])
  await list.unmount()
  const next = await bench.draw('/skriv/prove')
  await expect.element(next.getByLabelText('Hva observerte du?')).toBeVisible()
  expect(next.getByText(/^Du begynte i versjon/).query()).toBeNull()
})

test('a draft of a form that went out of use says so, and is signed', async () => {
  const { list } = await begunBefore(versionsWithUse([first], { isInUse: false, ...solveig }))
  expect(list.getByRole('link', { name: /^Prøveskjema$/ }).query()).toBeNull()
  await list.getByRole('link', { name: /Prøveskjema.*sist skrevet/ }).click()

  await expect.element(list.getByText(/^Skjemaet er tatt ut av bruk/)).toBeVisible()
  await list.getByRole('button', { name: 'Signer' }).click()

  await expect.element(list.getByText('Signert og lagret på telefonen')).toBeVisible()
})

test('a draft whose version only a newer app can read is kept, and says what to do', async () => {
  const { bench, list } = await begunBefore([])
  const body = documentOf('questionnaire', first)
  await bench.server.write(forms, [{ ...body, kind: 'put', schema: 'questionnaire@2' }])
  await bench.device.core().syncNow()

  await list.getByRole('link', { name: /sist skrevet/ }).click()

  await expect.element(list.getByText('Skjemaet trenger en nyere app')).toBeVisible()
  const drafts = await bench.device.core().vault.drafts.list()
  expect(drafts.ok && drafts.value.drafts).toHaveLength(1)
})

import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Api } from '#app/online/api.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { publishedForm } from '#domain/form-versions/publication.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { aForm, formOfAllKinds } from '../../../../support/a-form.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { monday, type ScreenBench, screenBench } from '../../../../support/screen-bench.tsx'

const forms = StreamId.parse('demo/real/*/forms')

const falls = aForm(
  [
    { linkId: 'a', type: 'string', text: 'Hva skjedde?', required: true },
    { linkId: 'b', type: 'boolean', text: 'Slo hun hodet?' },
    {
      linkId: 'c',
      type: 'choice',
      text: 'Hvor?',
      answerOption: [
        { valueCoding: { code: 'bath', display: 'Badet' } },
        { valueCoding: { code: 'stairs', display: 'Trappa' } },
      ],
    },
  ],
  { title: 'Fallskjema' },
)

type Sent = Parameters<Api['publishForm']>[0]

async function leaderBench({ publish }: { publish?: Api['publishForm'] } = {}) {
  const sent: Sent[] = []
  const bench: ScreenBench = await screenBench({
    role: 'sectionLeader',
    name: 'Solveig Berg',
    api: {
      publishForm: async (message) => {
        sent.push(message)
        if (publish !== undefined) return await publish(message)
        const version = String(Number(message.before ?? '0') + 1)
        const form = publishedForm(message.form, { version, by: 'Solveig Berg', at: monday })
        await put(bench, form)
        return accepted({ form })
      },
    },
  })
  await put(bench, falls)
  await bench.enrol()
  return { bench, sent }
}

async function put(bench: ScreenBench, form: Questionnaire): Promise<void> {
  await bench.server.write(forms, [{ kind: 'put', ...documentOf('questionnaire', form) }])
}

/** The form is opened and its next version begun. */
async function openEditor(options: Parameters<typeof leaderBench>[0] = {}) {
  const { bench, sent } = await leaderBench(options)
  const screen = await bench.draw(`/skjema/${falls.name}`)
  await screen.getByRole('button', { name: 'Lag neste versjon' }).click()
  await expect.element(screen.getByText('Utkast til versjon 2, ikke gitt ut')).toBeVisible()
  return { bench, sent, screen }
}

const saved = /^Lagret på telefonen/

test('axe finds nothing in the list, the versions, the editor and the summary', async () => {
  const { bench, screen } = await openEditor()
  await screen.getByRole('button', { name: 'Endre: Hvor?' }).click()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  await screen.getByLabelText('Tittel').fill('Fall')
  await screen.getByRole('button', { name: 'Se over og gi ut' }).click()
  await expect.element(screen.getByRole('button', { name: 'Gi ut versjon 2' })).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  await screen.getByRole('link', { name: 'Kommunens skjema' }).first().click()
  await expect.element(screen.getByRole('heading', { name: 'Kommunens skjema' })).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  await screen.getByRole('link', { name: /^Fallskjema/ }).click()
  await expect.element(screen.getByRole('heading', { name: 'Versjoner' })).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a leader rewords, moves, adds and removes, and issues what she has read the differences of', async () => {
  const { bench, sent, screen } = await openEditor()
  await screen.getByRole('button', { name: 'Endre: Hva skjedde?' }).click()
  await screen.getByLabelText('Spørsmålet').first().fill('Hva skjedde da?')
  await screen.getByRole('button', { name: 'Flytt opp: Hvor?' }).click()
  await screen.getByRole('button', { name: 'Endre: Slo hun hodet?' }).click()
  await screen.getByRole('button', { name: 'Ta bort spørsmålet' }).last().click()
  await screen.getByLabelText('Spørsmålet').last().fill('Når?')
  await screen.getByRole('radio', { name: 'Dag og klokkeslett' }).click()
  await screen.getByRole('button', { name: 'Legg til', exact: true }).click()
  await screen.getByRole('button', { name: 'Se over og gi ut' }).click()

  const differences = screen.getByRole('region', { name: 'Forskjeller fra versjon 1' })
  await expect
    .element(differences.getByText('Ny tekst: «Hva skjedde?» er blitt «Hva skjedde da?»'))
    .toBeVisible()
  await expect.element(differences.getByText('Nytt: «Når?»')).toBeVisible()
  await expect.element(differences.getByText('Tatt bort: «Slo hun hodet?»')).toBeVisible()
  await screen.getByRole('button', { name: 'Gi ut versjon 2' }).click()
  await bench.device.core().syncNow()

  await expect
    .element(
      screen.getByRole('region', { name: 'Versjon 2' }).getByText(/^Gitt ut av Solveig Berg/),
    )
    .toBeVisible()
  await expect.element(screen.getByRole('region', { name: 'Versjon 1' })).toBeVisible()
  expect(sent.map(({ before, form }) => [before, form.name])).toEqual([['1', falls.name]])
  expect(sent[0]?.form.item.map(({ text }) => text)).toEqual(['Hva skjedde da?', 'Hvor?', 'Når?'])
  const drafts = await bench.device.core().vault.drafts.list()
  expect(drafts.ok && drafts.value.drafts).toEqual([])
})

test('a question is moved by the keyboard, which stays on its button, and the new place is said', async () => {
  const { screen } = await openEditor()
  const down = screen.getByRole('button', { name: 'Flytt ned: Hva skjedde?' })
  down.element().focus()

  await userEvent.keyboard('{Enter}{Enter}{Enter}')

  await expect.element(screen.getByText('«Hva skjedde?» er nå nummer 3.')).toBeVisible()
  await expect.element(down).toHaveFocus()
  await expect.element(down).toHaveAttribute('aria-disabled', 'true')
})

test('a question that was removed comes back with one press', async () => {
  const { screen } = await openEditor()
  await screen.getByRole('button', { name: 'Endre: Slo hun hodet?' }).click()
  await screen.getByRole('button', { name: 'Ta bort spørsmålet' }).click()
  await expect.element(screen.getByRole('button', { name: 'Angre' })).toHaveFocus()
  await expect.element(screen.getByText('«Slo hun hodet?» er tatt bort.')).toBeVisible()

  await screen.getByRole('button', { name: 'Angre' }).click()

  await expect.element(screen.getByRole('button', { name: 'Endre: Slo hun hodet?' })).toBeVisible()
})

test('the preview is the form as the nurses have it, follows each change, and stores nothing', async () => {
  const { bench, screen } = await openEditor()
  const preview = screen.getByRole('region', { name: 'Slik blir det på telefonen' })
  await screen.getByLabelText('Tittel').fill('Fall i hjemmet')
  await expect.element(preview.getByText('Fall i hjemmet')).toBeVisible()
  await expect.element(screen.getByText(saved)).toBeVisible()
  const before = await bench.device.core().vault.drafts.list()

  await preview.getByLabelText('Hva skjedde?').fill('Hun skled')
  await preview.getByRole('radio', { name: 'Trappa' }).click()
  await expect.element(preview.getByRole('radio', { name: 'Trappa' })).toBeChecked()

  expect(preview.element().getBoundingClientRect().width).toBeLessThanOrEqual(390)
  expect(await bench.device.core().vault.drafts.list()).toEqual(before)
})

test('what is written stands after the screen was left, in the list of drafts and in no list of notes', async () => {
  const { bench, screen } = await openEditor()
  await screen.getByLabelText('Tittel').fill('Fall i hjemmet')
  await expect.element(screen.getByText(saved)).toBeVisible()
  await screen.unmount()

  const list = await bench.draw('/skjema')
  await expect.element(list.getByText('Utkast til versjon 2').first()).toBeVisible()
  await list.getByRole('list', { name: 'Utkast på denne enheten' }).getByRole('link').click()
  await expect.element(list.getByLabelText('Tittel')).toHaveValue('Fall i hjemmet')
  await list.unmount()
  const write = await bench.draw('/skriv')
  await expect.element(write.getByRole('heading', { name: 'Skriv' })).toBeVisible()
  expect(write.getByText('Fall i hjemmet').query()).toBeNull()
})

test('a form without a title or with an empty question is not issued, and it says what to do', async () => {
  const { sent, screen } = await openEditor()
  await screen.getByLabelText('Tittel').fill('')
  await screen.getByRole('button', { name: 'Endre: Hva skjedde?' }).click()
  await screen.getByLabelText('Spørsmålet').first().fill(' ')

  await screen.getByRole('button', { name: 'Se over og gi ut' }).click()

  const faults = screen.getByRole('region', { name: /^Dette må rettes/ })
  await expect.element(faults.getByText('Skriv en tittel.')).toBeVisible()
  await expect.element(faults.getByText(/^Spørsmål 1 mangler tekst\./)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Gi ut versjon 2' }).query()).toBeNull()
  expect(sent).toEqual([])
})

describe('when another leader was first', () => {
  test('the draft stays, and is compared with what she issued before it is issued in its turn', async () => {
    let isFirst = true
    const { bench, sent, screen } = await openEditor({
      publish: async ({ form, before }) => {
        if (isFirst) {
          isFirst = false
          const other = { ...falls, title: 'Pers fallskjema' }
          await put(bench, publishedForm(other, { version: '2', by: 'Per Dahl', at: monday }))
          return refused({ kind: 'changedMeanwhile', text: 'Endret.' } as const)
        }
        const version = String(Number(before) + 1)
        return accepted({ form: publishedForm(form, { version, by: 'Solveig Berg', at: monday }) })
      },
    })
    await screen.getByLabelText('Tittel').fill('Fall')
    await screen.getByRole('button', { name: 'Se over og gi ut' }).click()
    await screen.getByRole('button', { name: 'Gi ut versjon 2' }).click()
    await expect.element(screen.getByText('Skjemaet ble ikke gitt ut')).toBeVisible()
    await bench.device.core().syncNow()

    await expect.element(screen.getByText('Versjon 2 er gitt ut mens du skrev')).toBeVisible()
    await expect.element(screen.getByText(/^Per Dahl ga den ut/)).toBeVisible()
    await expect
      .element(screen.getByText('Tittel: «Pers fallskjema» er blitt «Fall»'))
      .toBeVisible()
    await screen.getByRole('button', { name: 'Gi ut versjon 3' }).click()
    await expect.element(screen.getByRole('heading', { name: 'Versjoner' })).toBeVisible()
    expect(sent.map(({ before }) => before)).toEqual(['1', '2'])
  })
})

test('without network the version is not issued, and the draft is as it was', async () => {
  const { screen } = await openEditor({
    publish: () => Promise.resolve(refused({ kind: 'unreachable' } as const)),
  })
  await screen.getByLabelText('Tittel').fill('Fall')
  await screen.getByRole('button', { name: 'Se over og gi ut' }).click()

  await screen.getByRole('button', { name: 'Gi ut versjon 2' }).click()

  await expect.element(screen.getByText(/^Får ikke kontakt med serveren/)).toBeVisible()
  await screen.getByRole('button', { name: 'Skriv videre' }).click()
  await expect.element(screen.getByLabelText('Tittel')).toHaveValue('Fall')
})

test('what the app does not do with a form is said to the leader before she issues it', async () => {
  const { bench } = await leaderBench()
  await put(bench, { ...formOfAllKinds, title: 'Alt' })
  await bench.device.core().syncNow()
  const screen = await bench.draw(`/skjema/${formOfAllKinds.name}`)
  await screen.getByRole('button', { name: 'Lag et eget skjema av dette' }).click()

  await expect
    .element(screen.getByText(/^Bilde av sår: Dette feltet kan ikke vises her: vedlegg/))
    .toBeVisible()
  await expect.element(screen.getByLabelText('Tittel')).toHaveValue('Alt – vårt eget')
  await expect.element(screen.getByText('Nytt skjema, ikke gitt ut')).toBeVisible()
})

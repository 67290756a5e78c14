import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { documentOf } from '#domain/documents/document-of.ts'
import { accepted } from '#domain/base/result.ts'
import { kartlegging } from '#content/forms/kartlegging.ts'
import { news } from '#content/forms/news.ts'
import { publishedForm, versionsWithUse } from '#domain/form-versions/publication.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { aForm } from '../../../../support/a-form.ts'
import { monday, type ScreenBench, screenBench } from '../../../../support/screen-bench.tsx'

const forms = StreamId.parse('demo/real/*/forms')
const solveig = { by: 'Solveig Berg', at: monday }

async function leaderBench(options: Parameters<typeof screenBench>[0] = {}): Promise<ScreenBench> {
  const bench = await screenBench({ role: 'sectionLeader', ...options })
  for (const form of [kartlegging, news]) {
    await bench.server.write(forms, [{ kind: 'put', ...documentOf('questionnaire', form) }])
  }
  await bench.enrol()
  return bench
}

const aFile = (text: string) => new File([text], 'skjema.json', { type: 'application/json' })

const inLanguage = (language: string, title: string) => ({
  resource: { ...aForm([{ linkId: 'a', type: 'string', text: 'Hva?' }], { title }), language },
})

describe('a file', () => {
  test.each([
    ['%PDF-1.7', /^Filen er ikke JSON\./],
    ['{"resourceType":"QuestionnaireResponse"}', /^Filen er et utfylt skjema/],
    ['{"resourceType":"Questionnaire","item":[]}', /Skjemaet har ingen spørsmål\. Legg til/],
  ])('that is no form (%s) is refused in words that say what to do', async (text, words) => {
    const bench = await leaderBench()
    const screen = await bench.draw('/skjema')

    await userEvent.upload(screen.getByLabelText('Hent skjema fra fil'), aFile(text))

    await expect.element(screen.getByText('Filen ble ikke hentet')).toBeVisible()
    await expect.element(screen.getByText(words)).toBeVisible()
  })

  test('that is a form opens as a draft, which nobody else has', async () => {
    const bench = await leaderBench()
    const screen = await bench.draw('/skjema')
    const form = aForm([{ linkId: 'a', type: 'string', text: 'Hva?' }], { title: 'Fra fil' })

    await userEvent.upload(
      screen.getByLabelText('Hent skjema fra fil'),
      aFile(JSON.stringify(form)),
    )

    await expect.element(screen.getByLabelText('Tittel')).toHaveValue('Fra fil')
    await expect.element(screen.getByText('Nytt skjema, ikke gitt ut')).toBeVisible()
  })

  test('with a form in two languages asks which one', async () => {
    const bench = await leaderBench()
    const screen = await bench.draw('/skjema')
    const entry = [inLanguage('nb-NO', 'Skjema'), inLanguage('en-GB', 'Form')]

    await userEvent.upload(
      screen.getByLabelText('Hent skjema fra fil'),
      aFile(JSON.stringify({ resourceType: 'Bundle', entry })),
    )
    await screen.getByRole('button', { name: 'Form – språk: en-GB' }).click()

    await expect.element(screen.getByLabelText('Tittel')).toHaveValue('Form')
  })
})

test('each form says its version, who issued it, and when it is not in use', async () => {
  const bench = await leaderBench()
  const second = publishedForm(kartlegging, { version: '2', ...solveig })
  const retired = versionsWithUse([kartlegging, second], { isInUse: false, ...solveig })
  await bench.server.write(
    forms,
    retired.map((form) => ({ kind: 'put', ...documentOf('questionnaire', form) })),
  )
  await bench.device.core().syncNow()
  const screen = await bench.draw('/skjema')

  await expect
    .element(
      screen.getByRole('link', {
        name: /^Kartlegging.* Versjon 2 · Gitt ut av Solveig Berg .*Ute av bruk$/,
      }),
    )
    .toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: /^NEWS2 .*Venter på at kommunen vurderer det/ }))
    .toBeVisible()
})

test('a form goes out of use once the leader has read what that means', async () => {
  const sent: unknown[] = []
  const bench: ScreenBench = await leaderBench({
    api: {
      setFormUse: async (message) => {
        sent.push(message)
        const changed = versionsWithUse([kartlegging], { isInUse: message.isInUse, ...solveig })
        await bench.server.write(
          forms,
          changed.map((form) => ({ kind: 'put', ...documentOf('questionnaire', form) })),
        )
        return accepted({ form: changed[0] ?? kartlegging })
      },
    },
  })
  const screen = await bench.draw('/skjema/kartlegging')
  await screen.getByRole('button', { name: 'Ta ut av bruk' }).click()
  await expect.element(screen.getByText(/^Ingen kan begynne på skjemaet/)).toBeVisible()

  await screen.getByRole('button', { name: 'Ta ut av bruk' }).click()
  await bench.device.core().syncNow()

  await expect.element(screen.getByText('Ute av bruk')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Ta i bruk igjen' })).toBeVisible()
  expect(sent).toEqual([{ form: 'kartlegging', isInUse: false }])
})

test('a form that the app reads says so, and is copied but neither changed nor taken out of use', async () => {
  const bench = await leaderBench()
  const screen = await bench.draw('/skjema/news')

  await expect.element(screen.getByText(/^Appen leser svarene i dette skjemaet/)).toBeVisible()
  await expect
    .element(screen.getByRole('button', { name: 'Lag et eget skjema av dette' }))
    .toBeVisible()
  expect(screen.getByRole('button', { name: 'Lag neste versjon' }).query()).toBeNull()
  expect(screen.getByRole('button', { name: 'Ta ut av bruk' }).query()).toBeNull()
})

test('a nurse is told who makes the forms', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/skjema')

  await expect.element(screen.getByText('Skjema lages av seksjonsleder')).toBeVisible()
})

import { expect, test } from 'vitest'
import { EntryId, ZoneId } from '#domain/base/ids.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { type ScreenBench, monday, screenBench } from '../../../../support/screen-bench.tsx'

/** A line of the incident log that the bench's employee has signed on this phone. */
async function signLine({ device, profile }: ScreenBench, text: string): Promise<EntryId> {
  const entryId = EntryId.parse(crypto.randomUUID())
  const added = await device.core().vault.entries.add({
    entryId,
    content: {
      kind: 'form',
      author: profile.author,
      patientId: null,
      eventAt: monday,
      writtenAt: monday,
      corrects: null,
      response: {
        resourceType: 'QuestionnaireResponse',
        questionnaire: 'https://beredt.example/forms/hendelseslogg|1',
        status: 'completed',
        item: [{ linkId: 'message', text: 'Hva skjedde?', answer: [{ valueString: text }] }],
      },
    },
    form: FormReference.parse('hendelseslogg@1'),
    zone: ZoneId.parse('nord-2'),
    incident: null,
    world: 'real',
  })
  if (!added.ok) throw new Error(added.refusal.kind)
  return entryId
}

test('axe finds nothing where there is nothing to correct, nor on a correction', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const none = await bench.draw(`/skriv/rett/${crypto.randomUUID()}`)
  await expect.element(none.getByText('Dette kan ikke rettes herfra')).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  await none.unmount()

  const screen = await bench.draw(`/skriv/rett/${await signLine(bench, 'Strømmen borte')}`)

  await expect.element(screen.getByLabelText('Hvorfor rettes det?')).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a correction begins with what was written, and is not signed without a reason', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const entryId = await signLine(bench, 'Strømmen borte')
  const screen = await bench.draw(`/skriv/rett/${entryId}`)
  await expect.element(screen.getByRole('heading', { level: 1, name: /^Rettelse/ })).toBeVisible()
  await expect
    .element(screen.getByLabelText('Hva skjedde, eller hva ble meldt?'))
    .toHaveValue('Strømmen borte')

  await screen.getByRole('button', { name: 'Signer' }).click()

  await expect.element(screen.getByText('Skriv hvorfor det rettes.')).toBeVisible()
  const states = await bench.device.core().vault.entries.listStates()
  expect(states.map(({ entryId: id }) => id)).toEqual([entryId])
})

test('an entry that is not on this phone cannot be corrected, and it is said what to do instead', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw(`/skriv/rett/${crypto.randomUUID()}`)

  await expect.element(screen.getByText('Dette kan ikke rettes herfra')).toBeVisible()
  await expect.element(screen.getByText(/Skriv et nytt notat i stedet\.$/)).toBeVisible()
  const drafts = await bench.device.core().vault.drafts.list()
  expect(drafts.ok && drafts.value.drafts).toEqual([])
})

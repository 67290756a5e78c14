import { expect, test } from 'vitest'
import { besoksnotat } from '#content/forms/besoksnotat.ts'
import { EntryId, type PatientId, ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import { doubleControlExtension } from '#domain/entries/double-control.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { aNote } from '../../../../support/a-note.ts'
import { aSharedBench, codeOfBerit, enterCode } from '../../../../support/a-shared-bench.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { type ScreenBench, monday } from '../../../../support/screen-bench.tsx'

const controlled = {
  ...besoksnotat,
  version: '2',
  extension: [{ url: doubleControlExtension, valueBoolean: true }],
}

/** Berit has a code on Kari's phone; Kari has it open, with a form that needs a second one. */
async function aControlledBench(role: Role = 'nurse') {
  return await aSharedBench({ role, forms: [controlled] })
}

/** A note that Kari has signed here. */
async function signNote({ device, profile }: ScreenBench, patientId: PatientId): Promise<EntryId> {
  const entryId = EntryId.parse(crypto.randomUUID())
  const added = await device.core().vault.entries.add({
    entryId,
    content: {
      kind: 'form',
      author: profile.author,
      patientId,
      eventAt: monday,
      writtenAt: monday,
      corrects: null,
      response: {
        resourceType: 'QuestionnaireResponse',
        questionnaire: 'urn:beredt:form:besoksnotat|2',
        status: 'completed',
        item: [
          { linkId: 'done', text: 'Hva gjorde du?', answer: [{ valueString: 'Ga 4 IE insulin' }] },
        ],
      },
    },
    form: FormReference.parse('besoksnotat@2'),
    zone: ZoneId.parse('nord-2'),
    incident: null,
    world: 'real',
  })
  if (!added.ok) throw new Error(added.refusal.kind)
  return entryId
}

test('a note that needs it says so on the card, and is countersigned by a colleague on the same phone', async () => {
  const { bench, patientId } = await aControlledBench()
  await signNote(bench, patientId)
  const card = await bench.draw(`/bruker/${patientId}`)
  await expect.element(card.getByText('Trenger dobbeltkontroll')).toBeVisible()
  await card.getByRole('link', { name: 'Dobbeltkontroll' }).click()
  await expect.element(card.getByText(/Du skrev det selv/)).toBeVisible()

  await card.getByRole('button', { name: 'Berit Haugen' }).click()
  await enterCode(card, '000000')
  await expect.element(card.getByText('Feil kode. 9 forsøk igjen.')).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  await enterCode(card, codeOfBerit)
  await expect
    .element(card.getByText('Dobbeltkontrollen er signert og lagret på telefonen'))
    .toBeVisible()
  await card.getByRole('link', { name: 'Til hovedkortet' }).click()

  await expect
    .element(card.getByText('Dobbeltkontrollert av Berit Haugen, Sykepleier, 16:08'))
    .toBeVisible()
  expect(card.getByText('Trenger dobbeltkontroll').query()).toBeNull()
})

test('a colleague whose role does not countersign is told so, and nothing is signed', async () => {
  const { bench, patientId } = await aControlledBench('hdu')
  const entryId = await signNote(bench, patientId)
  const screen = await bench.draw(`/skriv/dobbeltkontroll/${entryId}?bruker=${patientId}`)

  await screen.getByRole('button', { name: 'Berit Haugen' }).click()
  await enterCode(screen, codeOfBerit)

  await expect
    .element(screen.getByText('Rollen til kollegaen dobbeltkontrollerer ikke. Velg en annen.'))
    .toBeVisible()
  expect(await bench.device.core().vault.entries.listStates()).toHaveLength(1)
})

test('a note that is taken back stays readable, says so in words, and cannot be taken back twice', async () => {
  const { bench, patientId } = await aControlledBench()
  const entryId = await signNote(bench, patientId)
  const screen = await bench.draw(`/skriv/trekk/${entryId}?bruker=${patientId}`)
  await screen.getByRole('button', { name: 'Signer at det ikke gjelder' }).click()
  await expect.element(screen.getByText('Skriv hvorfor det trekkes.')).toBeVisible()
  await screen.getByLabelText('Hvorfor gjelder det ikke?').fill('Ført på feil bruker')
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])

  await screen.getByRole('button', { name: 'Signer at det ikke gjelder' }).click()
  await expect.element(screen.getByText('Signert og lagret på telefonen')).toBeVisible()
  await screen.unmount()
  const card = await bench.draw(`/bruker/${patientId}`)

  await expect.element(card.getByText('Ga 4 IE insulin')).toBeVisible()
  await expect
    .element(
      card.getByText(
        'Ført ved en feil. Teksten under gjelder ikke. Trukket av Kari Lund, Sykepleier, 16:08. Grunn: Ført på feil bruker',
      ),
    )
    .toBeVisible()
  expect(card.getByRole('link', { name: 'Før som feil' }).query()).toBeNull()
  expect(card.getByRole('link', { name: 'Rett', exact: true }).query()).toBeNull()
})

test('a reason that is begun is kept as it is typed, and gone on with from the card', async () => {
  const { bench, patientId } = await aControlledBench()
  const entryId = await signNote(bench, patientId)
  const screen = await bench.draw(`/skriv/trekk/${entryId}?bruker=${patientId}`)
  await screen.getByLabelText('Hvorfor gjelder det ikke?').fill('Ført på feil')
  await expect
    .poll(async () => {
      const listed = await bench.device.core().vault.drafts.list()
      return listed.ok ? listed.value.drafts.map(({ draft }) => draft.withdraws?.reason) : []
    })
    .toEqual(['Ført på feil'])
  await screen.unmount()
  const card = await bench.draw(`/bruker/${patientId}`)

  await card.getByRole('link', { name: /^Fortsett å føre som feil, fra 16:08/ }).click()

  await expect.element(card.getByLabelText('Hvorfor gjelder det ikke?')).toHaveValue('Ført på feil')
})

test('what needs a colleague stands apart from what is not signed', async () => {
  const { bench, patientId } = await aControlledBench()
  await signNote(bench, patientId)
  const screen = await bench.draw('/skriv')

  const awaiting = screen.getByRole('list', { name: 'Signert, trenger dobbeltkontroll' })
  await expect.element(awaiting.getByRole('link', { name: /Besøksnotat.*Somby/ })).toBeVisible()
  const recent = screen.getByRole('list', { name: 'Sist brukt' })
  await expect.element(recent.getByRole('link', { name: /^Somby.*Besøksnotat/ })).toBeVisible()
  expect(screen.getByText('Mine utkast og usignerte').query()).toBeNull()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('on another phone she signs with her own key, by the hash that came with the note', async () => {
  const { bench, patientId } = await aControlledBench()
  const written = aNote('Ga 4 IE insulin', {
    patientId,
    form: FormReference.parse('besoksnotat@2'),
    hash: 'a'.repeat(64),
  })
  bench.server.start()
  await bench.server.write(StreamId.parse('demo/real/nord-2/journal'), [
    { kind: 'put', docId: written.entryId, schema: 'note@1', body: written },
  ])
  await bench.device.core().syncNow()
  bench.server.stop()
  const card = await bench.draw(`/bruker/${patientId}`)
  await card.getByRole('link', { name: 'Dobbeltkontroll' }).click()

  await card.getByRole('button', { name: 'Signer dobbeltkontrollen' }).click()

  await expect
    .element(card.getByText('Dobbeltkontrollen er signert og lagret på telefonen'))
    .toBeVisible()
  await expect
    .element(card.getByText('Dobbeltkontrollert av Kari Lund, Sykepleier, 16:08'))
    .toBeVisible()
  const own = await bench.device.core().vault.entries.listOwn()
  expect(own.ok ? own.value.map(({ content }) => content) : []).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({
        value: expect.objectContaining({
          countersigns: { entryId: written.entryId, hash: written.hash },
        }),
      }),
    ]),
  )
})

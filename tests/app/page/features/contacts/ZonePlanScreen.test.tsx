import { expect, test } from 'vitest'
import { accepted, refused } from '#domain/base/result.ts'
import { type ZonePlan, ZonePlan as ZonePlanSchema } from '#domain/contacts/zone-plan.ts'
import type { SaveZonePlan } from '#contract/contacts/save-zone-plan.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { aZonePlanDraft } from '../../../../support/a-zone-plan.ts'
import { openReading, pageBench } from '../../../../support/page-bench.tsx'

const plan = ZonePlanSchema.parse({ ...aZonePlanDraft(), lastCheckedOn: '2026-11-01' })

function aPhone(role: 'nurse' | 'sectionLeader', held: ZonePlan[] = [plan]) {
  const sent: SaveZonePlan[] = []
  const bench = pageBench({
    role,
    reader: {
      listZonePlans: () => Promise.resolve(openReading(held)),
      listContacts: () => Promise.resolve(openReading([])),
    },
  })
  bench.services.api = {
    ...bench.services.api,
    saveZonePlan(message) {
      sent.push(message)
      return Promise.resolve(
        sent.length > 1
          ? refused({ kind: 'changedMeanwhile', text: 'En annen leder har endret dette.' })
          : accepted({ plan: { ...message.draft, lastCheckedOn: plan.lastCheckedOn } }),
      )
    },
  }
  return { bench, sent }
}

test('everybody reads where to meet, when next and who fetches what', async () => {
  const { bench } = aPhone('nurse')
  const screen = await bench.draw('/avtalt/nord-2')

  await expect
    .element(screen.getByRole('heading', { level: 1, name: /^Avtalt på forhånd/ }))
    .toBeVisible()
  await expect.element(screen.getByText('basen', { exact: true })).toBeVisible()
  await expect.element(screen.getByText('hver 2. time, neste 05:00')).toBeVisible()
  await expect.element(screen.getByText('Ikke undersøkt, regnes som 2 t')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: /Lagre/ })).not.toBeInTheDocument()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a leader changes it, sees that it is saved, and is told when another was first', async () => {
  const { bench, sent } = aPhone('sectionLeader')
  const screen = await bench.draw('/avtalt/nord-2')

  await screen.getByLabelText('Møteplass').fill('skolen i Stokke')
  await screen.getByLabelText('Hvor ofte?').selectOptions('hver 4. time')
  await screen.getByLabelText(/^Mobilmast/).selectOptions('4 t')
  await screen.getByRole('button', { name: /^Lagre/ }).click()
  await expect.element(screen.getByText('Lagret', { exact: true })).toBeVisible()
  expect(sent[0]).toEqual({
    draft: {
      ...aZonePlanDraft(),
      meetingPlace: 'skolen i Stokke',
      meetings: { at: '07:00', everyMinutes: 240 },
      mobileMinutes: 240,
    },
    before: plan,
  })

  await screen.getByRole('button', { name: /^Lagre/ }).click()
  await expect.element(screen.getByText('En annen leder har endret dette.')).toBeVisible()
})

test('what cannot be read is said at its field, and nothing is sent', async () => {
  const { bench, sent } = aPhone('sectionLeader', [])
  const screen = await bench.draw('/avtalt/nord-2')
  await expect.element(screen.getByText('Ingenting er avtalt for sonen ennå')).toBeVisible()

  await screen.getByLabelText('Ett av klokkeslettene').fill('når det passer')
  await screen.getByLabelText(/^Vis etter/).fill('5')
  await screen.getByRole('button', { name: /^Lagre/ }).click()

  await expect.element(screen.getByText('Skriv klokkeslettet som 07:00.')).toBeVisible()
  await expect.element(screen.getByText(/^Skriv minutter mellom 15/)).toBeVisible()
  expect(sent).toEqual([])
})

test('the list of numbers leads to what each of her zones has agreed on', async () => {
  const { bench } = aPhone('nurse')
  const screen = await bench.draw('/numre')

  const row = screen.getByRole('list', { name: 'Avtalt på forhånd' }).getByRole('link').first()
  await expect.element(row).toMatchTextContent(/basen|Ikke avtalt/)
  await expect.element(row).toHaveAttribute('href', expect.stringMatching(/^\/avtalt\//))
})

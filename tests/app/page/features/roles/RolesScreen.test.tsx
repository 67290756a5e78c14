import { page } from 'vitest/browser'
import { describe, expect, test } from 'vitest'
import { Role } from '#domain/base/role.ts'
import { dutyNames, mayDo } from '#domain/roles/duties.ts'
import { sightOf } from '#domain/streams/class-sight.ts'
import { MunicipalityClass, ZoneClass } from '#domain/streams/stream.ts'
import { axeFindings } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

async function drawn() {
  const bench = await screenBench({ role: 'administrator', classes: [] })
  await bench.enrol()
  const screen = await bench.draw('/tilganger')
  await expect.element(screen.getByRole('table')).toBeVisible()
  return screen
}

test('axe finds nothing on the table of roles', async () => {
  await drawn()

  expect(await axeFindings()).toEqual([])
})

test.each([390, 1280])(
  'what a line is about has room for its words, %i pixels wide',
  async (width) => {
    await page.viewport(width, 844)
    const screen = await drawn()

    const heads = [...screen.getByRole('table').element().querySelectorAll('tbody th[scope=row]')]

    expect(heads.length).toBeGreaterThan(0)
    for (const head of heads) {
      expect(head.clientWidth).toBeGreaterThan(150)
      expect(head.scrollWidth).toBeLessThanOrEqual(head.clientWidth)
    }
  },
)

test('every class and every duty has a line, and each line says what the tables say', async () => {
  const screen = await drawn()

  const rows = screen.getByRole('table').element().querySelectorAll('tr:has(td)')
  const said = [...rows].map((row) =>
    [...row.querySelectorAll('td .visually-hidden')].map((cell) => cell.textContent),
  )
  const sight = { all: 'Ja', oneAtATime: 'Én bruker om gangen', none: 'Nei' }
  expect(said).toEqual([
    ...[...ZoneClass.options, ...MunicipalityClass.options].map((name) =>
      Role.options.map((role) => sight[sightOf(role, name)]),
    ),
    ...dutyNames.map((duty) => Role.options.map((role) => (mayDo(role, duty) ? 'Ja' : 'Nei'))),
  ])
})

test('the digital health on-call’s one patient at a time is told in words', async () => {
  const screen = await drawn()

  const row = screen.getByRole('row', { name: /^Hovedkort og legemiddelark/ })
  await expect.element(row.getByText('Én bruker om gangen')).toBeInTheDocument()
})

describe('an administrator', () => {
  test.each([
    ['/lister', 'Du har ingen brukeropplysninger'],
    ['/lister/bst', 'Du har ingen brukeropplysninger'],
    ['/', 'Du har ingen brukeropplysninger'],
    ['/bruker/0a000000-0000-4000-8000-000000000001', 'Du har ingen brukeropplysninger'],
    ['/arbeidslister/nord-2-monday-evening', 'Arbeidslistene er hos sonene'],
    ['/skriv', 'Du skriver ikke om brukere'],
    ['/skriv/besoksnotat', 'Du skriver ikke om brukere'],
    ['/ukens-lister', 'Ukens lister tas inn av seksjonsleder'],
    ['/beredskapsperm', 'Permen skrives ut av ansvarsvakt eller seksjonsleder'],
    ['/mottatt', 'Mottatt er for ansvarsvakt og seksjonsleder'],
  ])('is told calmly on %s whose it is', async (path, title) => {
    const bench = await screenBench({ role: 'administrator', classes: [] })
    await bench.enrol()
    const screen = await bench.draw(path)

    await expect.element(screen.getByText(title)).toBeVisible()
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
    await expect.element(screen.getByText('Ingen lister på telefonen')).not.toBeInTheDocument()
    expect(await axeFindings()).toEqual([])
  })

  test('is not warned of lists that do not apply, and finds her own page under Mer', async () => {
    const bench = await screenBench({ role: 'administrator', classes: [] })
    await bench.enrol()
    const screen = await bench.draw('/mer')

    const instruments = screen.getByLabelText('Tilstand for data og sending')
    await expect.element(instruments.getByText('Gjelder ikke')).toBeVisible()
    expect(instruments.element().querySelector('.instruments__attention')).toBeNull()
    await screen
      .getByRole('main')
      .getByRole('link', { name: /Tilganger/ })
      .click()
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Tilganger' })).toBeVisible()
    for (const name of ['Ukens lister', 'Beredskapsperm', 'Mottatt']) {
      await expect.element(screen.getByRole('link', { name })).not.toBeInTheDocument()
    }
  })

  test('without a zone is ready for use without network, and told why no list is fetched', async () => {
    const bench = await screenBench({ role: 'administrator', zones: [], classes: [] })
    await bench.enrol()
    const screen = await bench.draw('/klargjor')

    await expect.element(screen.getByText(/Prøv uten nett til slutt/)).toBeVisible()
    await expect.element(screen.getByText('Hører ikke til rollen din').first()).toBeVisible()
  })
})

test.each(['nurse', 'shiftLead', 'sectionLeader', 'hdu'] as const)(
  'Tilganger is not a %s’s',
  async (role) => {
    const bench = await screenBench({ role })
    await bench.enrol()
    const screen = await bench.draw('/tilganger')

    await expect.element(screen.getByText('Tilganger er for administrator')).toBeVisible()
    await expect.element(screen.getByRole('table')).not.toBeInTheDocument()
  },
)

import { expect, test } from 'vitest'
import { aDraft } from '../../support/an-entry.ts'
import { anEnrolledCore } from '../../support/an-enrolled-core.ts'
import { codeOfAnne } from '../../support/test-vault.ts'

// Enrolled and fetched once, for that takes longer than any of the tests.
const first = await anEnrolledCore({ classes: ['critical', 'details', 'journal'] })
await first.core.syncNow()

/** Two tabs of one phone, both open, with lists. */
async function twoTabs() {
  await first.vault.access.unlock(first.profile.author.employeeId, codeOfAnne)
  const second = await first.restart()
  await second.unlock()
  const locked: string[] = []
  await second.core.watchLock(() => void locked.push('second'))
  return { first, second: second.core, locked }
}

type Core = Awaited<ReturnType<typeof twoTabs>>['second']

const questions: [string, (core: Core) => Promise<unknown>, unknown][] = [
  ['the overview', (core) => core.queries.overview(null), { kind: 'locked' }],
  [
    'a list',
    (core) => core.queries.patientRows({ kind: 'all', zone: null }, 10),
    { kind: 'locked' },
  ],
  ['a search', (core) => core.queries.searchPatients('a', null), { kind: 'locked' }],
  ['the notes', (core) => core.reader.listNotes(null), { kind: 'locked' }],
  ['her drafts', (core) => core.vault.drafts.list(), { ok: false, refusal: { kind: 'locked' } }],
  [
    'her entries',
    (core) => core.vault.entries.listOwn(),
    { ok: false, refusal: { kind: 'locked' } },
  ],
  ['who she is', (core) => core.vault.findUnlocked(), null],
]

test.each(questions)(
  'a tab that was told nothing refuses %s after another has locked',
  async (_, ask, refusal) => {
    const { first, second, locked } = await twoTabs()
    expect(await ask(second)).not.toEqual(refusal)

    await first.core.vault.lock()

    expect(await ask(second)).toEqual(refusal)
    expect(locked).toEqual(['second'])
  },
)

test('what is being typed when another tab locks is stored all the same', async () => {
  const { first, second } = await twoTabs()
  await first.core.vault.lock()

  expect(await second.vault.drafts.save(aDraft())).toMatchObject({ ok: true })

  expect(await second.vault.findUnlocked()).toBeNull()
  expect(await second.vault.drafts.save(aDraft())).toMatchObject({ ok: false })
})

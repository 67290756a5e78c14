import { lockWatch } from '#storage/unlocked/lock-watch.ts'
import type { TrustParts } from '#storage/trust/trust-parts.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { aNote } from '../a-note.ts'
import { aTab } from '../a-tab.ts'
import { type Attack, type Outcome, type Parts, whenWeakened } from '../attack.ts'
import type { Ground } from '../ground.ts'
import { type Phone, aPhone } from '../phone.ts'
import { type Hired, north } from '../town.ts'

/** Never asks whether another tab has locked. */
const unwatched: Partial<TrustParts> = {
  lockWatch: (services) => ({ ...lockWatch(services), check: () => Promise.resolve() }),
}

/**
 * Two tabs of one profile in which a nurse has unlocked. No channel is between them: a tab that sleeps hears nothing, and
 * some browsers have none. After `end` in one, her note is read in the other, and one is written in her name.
 */
async function inTheOtherTab(
  ground: Ground,
  parts: Parts,
  end: (phone: Phone, first: Vault, anne: Hired) => Promise<void>,
): Promise<Outcome> {
  const town = await ground.town()
  const anne = await town.hire('Anne Solbakken', 'nurse', [north])
  const phone = aPhone(town)
  const first = await phone.enrol(anne)
  const note = aNote(anne)
  await first.entries.add(note)
  const second = await phone.unlock(anne, whenWeakened(parts, unwatched))
  const { entries } = aTab(phone, second).vault
  const before = await entries.findOwn(note.entryId)
  if (!before.ok) throw new Error('The second tab was not open.')
  await end(phone, first, anne)

  const read = await entries.findOwn(note.entryId)
  const written = await entries.add(aNote(anne))

  const got = [...(read.ok ? ['read her note'] : []), ...(written.ok ? ['wrote as her'] : [])]
  return {
    refused: got.length === 0,
    note: `The other tab ${got.length === 0 ? 'was locked too' : got.join(' and ')}.`,
  }
}

export const tabAfterLock: Attack = {
  name: 'tab-after-lock',
  about: 'A nurse locks one tab, and somebody reads and writes in another that was left open.',
  run: (ground, parts) => inTheOtherTab(ground, parts, (_, first) => first.access.lock()),
}

export const tabAfterErase: Attack = {
  name: 'tab-after-erase',
  about: 'A nurse’s keys were erased after ten wrong codes, and somebody goes on in an open tab.',
  run: (ground, parts) =>
    inTheOtherTab(ground, parts, async (phone, _, { profile }) => {
      const { employeeId } = profile.author
      const third = await phone.start()
      let said = ''
      for (let tries = 0; tries < 10; tries++) {
        const answer = await third.access.unlock(employeeId, '000000')
        said = answer.ok ? 'unlocked' : answer.refusal.kind
        phone.passMinutes(60)
      }
      if (said !== 'erased') throw new Error(`Ten wrong codes ended as ${said}.`)
    }),
}

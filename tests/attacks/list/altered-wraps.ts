import { unwrapWithCode } from '#storage/crypto/employee-key.ts'
import type { TrustParts } from '#storage/trust/trust-parts.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import {
  alterWrap,
  alterWraps,
  noLimits,
  withDerivation,
  wrapAtLess,
} from '../../support/altered-wraps.ts'
import { quickWrapping, realWrapping } from '../../support/wrapping.ts'
import { type Attack, whenWeakened } from '../attack.ts'
import type { Ground } from '../ground.ts'
import { aPhone, code } from '../phone.ts'
import { type Hired, north } from '../town.ts'

/** A locked phone of a nurse, whose code costs what Beredt asks for unless told otherwise. */
async function aLockedPhone(ground: Ground, wrapping = realWrapping) {
  const town = await ground.town()
  const anne = await town.hire('Anne Solbakken', 'nurse', [north])
  const phone = aPhone(town, wrapping)
  await (await phone.enrol(anne)).access.lock()
  const { employeeId } = anne.profile.author
  return { town, anne, phone, employeeId, profile: { outbox: () => phone.outbox } }
}

/** Types a code for an employee; answers what the phone said, and how many tries that cost. */
async function typeCode(vault: Vault, { profile }: Hired, typed: string) {
  const { employeeId } = profile.author
  const answer = await vault.access.unlock(employeeId, typed)
  const { employees } = await vault.access.status()
  const left = employees.find((employee) => employee.employeeId === employeeId)?.triesLeft ?? 0
  return { said: answer.ok ? 'unlocked' : answer.refusal.kind, tries: 10 - left }
}

export const cheapWrap: Attack = {
  name: 'cheap-wrap',
  about: 'Somebody puts a wrap of 8 KiB in the place of a nurse’s, on which codes are tried fast.',
  async run(ground, parts) {
    const { anne, phone, employeeId, profile } = await aLockedPhone(ground)
    const cost = { memoryKiB: 8, iterations: 1 }
    await alterWraps(profile, employeeId, [await wrapAtLess(profile, employeeId, { code, cost })])

    const vault = await phone.start({}, parts === 'weakened' ? noLimits : realWrapping.wrapLimits)
    const { said, tries } = await typeCode(vault, anne, code)

    return {
      refused: said === 'keysAltered' && tries === 0,
      note: `The phone said ${said} to the cheap wrap, which took ${tries} tries.`,
    }
  },
}

export const endlessWrap: Attack = {
  name: 'endless-wrap',
  about: 'Somebody writes into a nurse’s wrap that her code is to be derived in 4 GiB of memory.',
  async run(ground, parts) {
    const { anne, phone, employeeId, profile } = await aLockedPhone(ground)
    const memoryKiB = 4 * 1024 * 1024
    await alterWrap(profile, employeeId, (wrap) => withDerivation(wrap, { memoryKiB }))
    const asked: number[] = []
    // Only notes what it is to do: neither machine nor test is to be the proof.
    const unwrap: TrustParts['unwrap'] = ({ derivation }) => {
      asked.push(derivation.memoryKiB / (1024 * 1024))
      return Promise.resolve(null)
    }

    const vault = await phone.start(
      { unwrap },
      parts === 'weakened' ? noLimits : realWrapping.wrapLimits,
    )
    const { said, tries } = await typeCode(vault, anne, code)

    return {
      refused: said === 'keysAltered' && tries === 0 && asked.length === 0,
      note: `The phone said ${said}, derived ${asked.length === 0 ? 'nothing' : `in ${asked.join()} GiB`} and took ${tries} tries.`,
    }
  },
}

export const swappedWraps: Attack = {
  name: 'swapped-wraps',
  about:
    'A colleague puts her own wrap, with the device’s half of it, in the place of a nurse’s, and types her own code.',
  async run(ground, parts) {
    const { town, anne, phone, employeeId } = await aLockedPhone(ground, quickWrapping)
    const berit = await town.hire('Berit Haugen', 'nurse', [north])
    const codeOfBerit = '271828'
    await (await phone.enrol(berit, codeOfBerit)).access.lock()
    const beritId = berit.profile.author.employeeId
    const row = await phone.outbox.employees.get(beritId)
    if (row === undefined) throw new Error('Berit is not enrolled.')
    const { wraps, deviceSecret } = row
    await phone.outbox.employees.update(employeeId, { wraps, deviceSecret })
    // Opens a wrap whosever it is.
    const unwrap: TrustParts['unwrap'] = (wrap, by) =>
      unwrapWithCode(wrap, { ...by, employeeId: beritId })

    const vault = await phone.start(whenWeakened(parts, { unwrap }))
    const { said } = await typeCode(vault, anne, codeOfBerit)

    return {
      refused: said === 'wrongCode',
      note: `The phone said ${said} to her own code: her wrap ${said === 'wrongCode' ? 'did not open' : 'opened'}.`,
    }
  },
}

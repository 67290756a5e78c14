import { PushEntriesAnswer } from '#contract/push-entries.ts'
import { nonceHeader } from '#contract/protocol.ts'
import { routes } from '#contract/routes.ts'
import { closeAccount } from '#server/accounts/close-account.ts'
import { withAccounts } from '#server/database/with-tenant.ts'
import type { ClosedEmployee } from '#domain/vault/closed-employee.ts'
import type { Fetch } from '#sync/http-answer.ts'
import { aNote, issueForm } from '../a-note.ts'
import { anySignature, type Attack } from '../attack.ts'
import { newSigner } from '../own-keys.ts'
import { code } from '../phone.ts'
import { aNurse, type Nurse } from '../profile.ts'
import { answerAs, withBody } from '../proxies.ts'
import { north } from '../town.ts'

async function close({ town, anne }: Nurse): Promise<void> {
  const holder = { municipalityId: town.municipality, accountId: anne.profile.author.employeeId }
  await withAccounts(town.services.accounts, town.scope, (transaction) =>
    closeAccount(transaction, holder, { at: town.now(), abuseFrom: null }),
  )
}

/** Whether her code opens her keys on the phone, after a restart. */
async function isOpened({ phone, anne }: Nurse): Promise<boolean> {
  const vault = await phone.start()
  return (await vault.access.unlock(anne.profile.author.employeeId, code)).ok
}

export const closedPhone: Attack = {
  name: 'closed-phone',
  about:
    'Somebody who has left opens the lists on her phone with her code, after the phone has been online once.',
  async run(ground, parts) {
    const nurse = await aNurse(await ground.town())
    const { town, phone, anne, vault } = nurse
    await issueForm(town)
    const note = aNote(anne)
    const signed = await vault.entries.add(note)
    if (!signed.ok) throw new Error(`Not signed: ${signed.refusal.kind}`)
    await vault.access.lock()
    await close(nurse)

    const weaker = parts === 'weakened' ? { onClosed: () => Promise.resolve() } : {}
    const { failures } = await phone.sync(await phone.start(), anne, weaker)

    await town.project()
    const isReceived = (await town.findNote(north, note.entryId)) !== null
    const opened = await isOpened(nurse)
    return {
      refused: isReceived && !opened,
      note: `Her code opened ${opened ? 'her lists' : 'nothing'}; what she had signed ${isReceived ? 'was received' : 'was lost'} (${failures.length} failures).`,
    }
  },
}

/** Says in each answer to a push that these are closed, signed in a way of the proxy's own. */
function tellClosed(
  closed: readonly ClosedEmployee[],
  sign: ReturnType<typeof answerAs>,
): (honest: Fetch) => Fetch {
  return (honest) => async (url, init) => {
    const answer = await honest(url, init)
    if (url !== routes.pushEntries.path || answer.status !== 200) return answer
    const taken = PushEntriesAnswer.parse(JSON.parse(await answer.text()))
    const body = JSON.stringify({ ...taken, closed })
    return withBody(
      answer,
      body,
      await sign({ path: url, nonce: init.headers[nonceHeader] ?? '', body }),
    )
  }
}

export const forgedClosing: Attack = {
  name: 'forged-closing',
  about:
    'A proxy tells a phone that its nurse has no access any more, so that it destroys her keys in the middle of an outage.',
  async run(ground, parts) {
    const nurse = await aNurse(await ground.town())
    const { town, phone, anne, vault } = nurse
    // A phone on which nobody has written or opened anything sends no push, and hears nothing in its answer.
    const signed = await vault.entries.add(aNote(anne))
    if (!signed.ok) throw new Error(`Not signed: ${signed.refusal.kind}`)
    const { keyId } = town.services.keys.current().signing
    const own = await newSigner()
    await vault.access.lock()
    const closed = [{ employee: anne.profile.author.employeeId, at: town.now() }]
    const weaker = parts === 'weakened' ? { parts: { signatures: anySignature } } : {}
    for (const signer of [own, { ...own, keyId }]) {
      const through = tellClosed(closed, answerAs(signer, town))
      await phone.sync(await phone.start(), anne, { through, ...weaker })
    }

    const opened = await isOpened(nurse)
    return { refused: opened, note: `Her code opened ${opened ? 'her lists' : 'nothing'}.` }
  },
}

import { useState } from 'react'
import type { SaveAccountAnswer } from '#app/online/account-calls.ts'
import type { ApiAnswer } from '#app/online/api.ts'
import { accountRefusals } from '#text/nb/words/accounts/account-refusal.ts'
import { faultText } from '../parts/KeptFault.tsx'

type SaveAccount = {
  isBusy: boolean
  fault: string | null
  /** Says what is wrong before anything is sent. */
  say: (fault: string | null) => void
  /** Answers whether it was saved. */
  send: (work: () => ApiAnswer<SaveAccountAnswer>) => Promise<boolean>
}

/** One change of an account at the server, and why it was not made. */
export function useSaveAccount(onChanged: () => void): SaveAccount {
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  async function send(work: () => ApiAnswer<SaveAccountAnswer>): Promise<boolean> {
    setBusy(true)
    const answer = await work()
    setBusy(false)
    const refusal = !answer.ok
      ? faultText(answer.refusal)
      : answer.value.kind === 'refused'
        ? accountRefusals[answer.value.refusal.kind]
        : null
    setFault(refusal)
    if (refusal !== null) return false
    onChanged()
    return true
  }
  return { isBusy, fault, say: setFault, send }
}

import { PushEntries } from '#contract/push-entries.ts'
import { routes } from '#contract/routes.ts'
import { aNote } from './a-note.ts'
import type { Nurse } from './profile.ts'

/** Lets the nurse write a note, and answers the push that her phone sends for it. It does not reach the server. */
export async function capturePush({ phone, vault, anne }: Nurse) {
  const note = aNote(anne)
  const added = await vault.entries.add(note)
  if (!added.ok) throw new Error(`Not written: ${added.refusal.kind}`)
  const sent: string[] = []
  await phone.sync(vault, anne, {
    through: (honest) => (url, init) => {
      if (url !== routes.pushEntries.path) return honest(url, init)
      sent.push(init.body)
      return Promise.reject(new Error('The line was cut.'))
    },
  })
  const [body] = sent
  if (body === undefined) throw new Error('Nothing was pushed.')
  return { entryId: note.entryId, push: PushEntries.parse(JSON.parse(body)) }
}

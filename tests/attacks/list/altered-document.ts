import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { type Attack, whenWeakened } from '../attack.ts'
import { type Nurse, aNurse, forgeStream, readStream } from '../profile.ts'

type Alter = (documents: StreamDocument[], others: StreamDocument[]) => StreamDocument[]

/** What a former holder of a list's key may do to one document, under the head that the server signed. */
const alterations = {
  'another body': ([first, ...rest]) =>
    first === undefined ? rest : [{ ...first, body: { name: 'FORFALSKET' } }, ...rest],
  'another schema': ([first, ...rest]) =>
    first === undefined ? rest : [{ ...first, schema: 'alert@1' }, ...rest],
  'a document removed': (documents) => documents.slice(1),
  'a document of another list': ([, ...rest], [other]) =>
    other === undefined ? rest : [other, ...rest],
} satisfies Record<string, Alter>

export const alteredDocument: Attack = {
  name: 'altered-document',
  about:
    'A former holder of a list’s key changes a body, relabels a schema, removes a document, and puts in one of another list.',
  async run(ground, parts) {
    const { phone, anne, vault, critical, town }: Nurse = await aNurse(await ground.town())
    const { documents } = await readStream(vault, critical)
    const others = (await readStream(vault, town.stream('nord-1/details'))).documents
    await vault.access.lock()
    const shown: string[] = []
    for (const [name, alter] of Object.entries(alterations)) {
      await forgeStream(phone, critical, alter(documents, others))
      const opened = await phone.unlock(anne, whenWeakened(parts, { checksDocuments: false }))
      const { trust } = await readStream(opened, critical)
      await opened.access.lock()
      if (trust === 'verified') shown.push(name)
    }

    const count = Object.keys(alterations).length
    return {
      refused: shown.length === 0,
      note: `${shown.length} of ${count} alterations were shown as verified${shown.length === 0 ? '' : `: ${shown.join(', ')}`}.`,
    }
  },
}

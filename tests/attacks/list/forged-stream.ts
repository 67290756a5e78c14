import { anySignature, whenWeakened, type Attack } from '../attack.ts'
import { forgedHead, forgedPatient } from '../forgery.ts'
import { aNurse, forgeStream, readStream } from '../profile.ts'

export const forgedStream: Attack = {
  name: 'forged-stream',
  about:
    'A stranger replaces a whole list by one of her own, signed by a server of her own, its key sealed to the nurse’s public key.',
  async run(ground, parts) {
    const { phone, anne, vault, critical } = await aNurse(await ground.town())
    await vault.access.lock()
    const documents = [await forgedPatient('a')]
    await forgeStream(phone, critical, documents, await forgedHead(phone, critical, documents))

    const opened = await phone.unlock(anne, whenWeakened(parts, { signatures: anySignature }))
    const { trust } = await readStream(opened, critical)

    const refused = trust !== 'verified'
    return { refused, note: `The list «FORFALSKET» was shown as ${trust}.` }
  },
}

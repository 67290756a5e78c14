import { useState } from 'react'
import { useLocation } from 'react-router'
import type { KeyId } from '#domain/base/ids.ts'
import { readRootCode, rootCodeOf } from '#domain/trust/root-code.ts'
import { server as words } from '#text/nb/screens/server.ts'
import { broughtRoot } from '../../paths/root-fragment.ts'
import { useServices } from '../../services/services.ts'
import { Form } from '../../ui/Form.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { formText } from '../../ui/form-text.ts'

/** The employee types the code that she has from elsewhere: only reading her own would confirm nothing. */
export function ConfirmServer({ root }: { root: KeyId }) {
  const { device } = useServices()
  const brought = broughtRoot(useLocation().hash)
  const [fault, setFault] = useState<string | null>(null)

  async function compare(form: FormData) {
    const code = readRootCode(formText(form, 'server'))
    if (code === null) return setFault(words.codeMissing)
    if (code !== rootCodeOf(root)) return setFault(words.codeDiffers)
    setFault(null)
    const answer = await device.core().vault.confirmServer(root)
    if (!answer.ok) return setFault(words.confirmRefused[answer.refusal.kind])
    device.reread()
  }

  return (
    <>
      <GroupHeading text={words.confirmTitle} />
      <p>{words.confirmHow}</p>
      <Form
        submit={words.confirm}
        isBusy={false}
        fault={null}
        onSubmit={(form) => void compare(form)}
      >
        <TextField
          label={words.codeField}
          isRequired
          help={words.codeHelp}
          fault={fault ?? undefined}
          from={brought.kind === 'root' ? rootCodeOf(brought.root) : ''}
          name="server"
        />
      </Form>
    </>
  )
}

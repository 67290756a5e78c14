import { readRootCode, rootCodeOf } from '#domain/trust/root-code.ts'
import { enrol } from '#text/nb/screens/enrol.ts'
import type { BroughtRoot } from '../../paths/root-fragment.ts'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { formText } from '../../ui/form-text.ts'
import type { ExpectedServer } from './enrol-employee.ts'

type ServerCodeFieldProps = { brought: BroughtRoot; fault: string | undefined }

/** Asks for the server's code, or says that the link brought it. Without one the phone goes on, unconfirmed. */
export function ServerCodeField({ brought, fault }: ServerCodeFieldProps) {
  if (brought.kind === 'root') {
    return (
      <p className="field__help" role="status">
        {enrol.serverCodeBrought}{' '}
        <strong className="field__code">{rootCodeOf(brought.root)}</strong>
      </p>
    )
  }
  return (
    <>
      {brought.kind === 'unreadable' ? (
        <Notice kind="failed" title={enrol.linkDamaged} text={enrol.linkDamagedMeaning} />
      ) : null}
      <TextField
        label={enrol.serverCode}
        help={enrol.serverCodeHelp}
        fault={fault}
        name="server"
        autoComplete="off"
      />
    </>
  )
}

/** Null for a typed code that is none, and for a damaged link without a typed code in its place. */
export function expectedServer(form: FormData, brought: BroughtRoot): ExpectedServer | null {
  if (brought.kind === 'root') return brought
  const typed = formText(form, 'server').trim()
  if (typed === '') return brought.kind === 'none' ? brought : null
  const code = readRootCode(typed)
  return code === null ? null : { kind: 'code', code }
}

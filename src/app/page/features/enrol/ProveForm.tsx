import { enrol } from '#text/nb/screens/enrol.ts'
import { Action } from '../../ui/Action.tsx'
import { TextField } from '../../ui/TextField.tsx'

type ProveFormProps = { isBusy: boolean; isWrong: boolean; onProve: (code: string) => void }

/** Asks for the code again, because the proof must begin with a locked phone. */
export function ProveForm({ isBusy, isWrong, onProve }: ProveFormProps) {
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        const code = new FormData(event.currentTarget).get('code')
        if (typeof code === 'string' && code !== '') onProve(code)
      }}
    >
      <TextField
        label={enrol.code}
        help={enrol.codeForProof}
        fault={isWrong ? enrol.wrongCode : undefined}
        name="code"
        kind="password"
        autoComplete="off"
        required
        isRequired
      />
      <Action rank="primary" submits isBusy={isBusy} isDisabled={isBusy}>
        {enrol.withoutNetwork}
      </Action>
    </form>
  )
}

import { unlock } from '#text/nb/screens/unlock.ts'
import { Action } from '../ui/Action.tsx'
import { TextField } from '../ui/TextField.tsx'
import './code-entry.css'

type WordCodeProps = {
  isDisabled: boolean
  action: string
  onDigits: () => void
  onCode: (code: string) => void
}

export function WordCode({ isDisabled, action, onDigits, onCode }: WordCodeProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const words = new FormData(event.currentTarget).get('words')
        if (typeof words === 'string' && words !== '') onCode(words)
        event.currentTarget.reset()
      }}
    >
      <TextField
        label={unlock.writeWords}
        name="words"
        kind="password"
        autoComplete="off"
        required
        isRequired
      />
      <div className="code-entry__open">
        <Action rank="primary" submits isDisabled={isDisabled}>
          {action}
        </Action>
        <button type="button" className="link" onClick={onDigits}>
          {unlock.digitsInstead}
        </button>
      </div>
    </form>
  )
}

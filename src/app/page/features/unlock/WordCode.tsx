import { unlock } from '#text/nb/screens/unlock.ts'
import { Action } from '../../ui/Action.tsx'
import { TextField } from '../../ui/TextField.tsx'

type WordCodeProps = { isDisabled: boolean; onDigits: () => void; onCode: (code: string) => void }

export function WordCode({ isDisabled, onDigits, onCode }: WordCodeProps) {
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
      />
      <div className="unlock__open">
        <Action rank="primary" submits isDisabled={isDisabled}>
          {unlock.open}
        </Action>
        <button type="button" className="link" onClick={onDigits}>
          {unlock.digitsInstead}
        </button>
      </div>
    </form>
  )
}

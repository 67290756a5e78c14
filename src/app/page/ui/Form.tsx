import { type ReactNode, useEffect, useRef } from 'react'
import { Action } from './Action.tsx'

type FormProps = {
  /** On the button that sends it. */
  submit: string
  isBusy: boolean
  /** A fault that is not about one field. Screen readers read it out at once. */
  fault: string | null
  onSubmit: (form: FormData) => void
  children: ReactNode
}

/** Fields that are sent together by one button. */
export function Form({ submit, isBusy, fault, onSubmit, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  const isSent = useRef(false)
  // After a refusal focus goes to the first field that is wrong.
  useEffect(() => {
    if (isBusy || !isSent.current) return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (wrong === null || wrong === undefined) return
    isSent.current = false
    wrong.focus()
  })
  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        isSent.current = true
        onSubmit(new FormData(event.currentTarget))
      }}
    >
      {children}
      <p role="alert" className="field__fault">
        {fault}
      </p>
      <Action rank="primary" submits isBusy={isBusy} isDisabled={isBusy}>
        {submit}
      </Action>
    </form>
  )
}

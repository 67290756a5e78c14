import type { ReactNode } from 'react'
import { Action } from './Action.tsx'
import { useFocusAtFault } from './focus/use-focus-at-fault.ts'

type FormProps = {
  /** On the button that sends it. */
  submit: string
  /** Of the button; primary unless the form is one of several on its screen. */
  rank?: 'primary' | 'second'
  isBusy: boolean
  /** A fault that is not about one field. Screen readers read it out at once. */
  fault: string | null
  onSubmit: (form: FormData) => void
  children: ReactNode
}

/** Fields that are sent together by one button. */
export function Form({ submit, rank = 'primary', isBusy, fault, onSubmit, children }: FormProps) {
  const { place, attempted } = useFocusAtFault<HTMLFormElement>({ isBusy })
  return (
    <form
      ref={place}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        attempted()
        onSubmit(new FormData(event.currentTarget))
      }}
    >
      {children}
      <p role="alert" className="field__fault">
        {fault}
      </p>
      <Action rank={rank} submits isBusy={isBusy} isDisabled={isBusy}>
        {submit}
      </Action>
    </form>
  )
}

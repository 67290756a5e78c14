import { useEffect, useRef, useState } from 'react'
import { unlock } from '#text/nb/screens/unlock.ts'
import { Action } from '../../ui/Action.tsx'
import { CodeDots, Keypad } from '../../ui/Keypad.tsx'

const shortest = 6

type DigitCodeProps = {
  isDisabled: boolean
  isBusy: boolean
  onWords: () => void
  onCode: (code: string) => void
}

/** A code field with large keys, which also accepts the phone's own keyboard. */
export function DigitCode({ isDisabled, isBusy, onWords, onCode }: DigitCodeProps) {
  const [code, setCode] = useState('')
  const form = useRef<HTMLFormElement>(null)

  function send() {
    if (code.length < shortest || isDisabled) return
    onCode(code)
    setCode('')
  }

  useEffect(() => {
    function press({ key, target }: KeyboardEvent) {
      const isOnButton = target instanceof HTMLElement && target.closest('button, a') !== null
      if (key === 'Enter' && !isOnButton) form.current?.requestSubmit()
      if (/^\d$/.test(key) && !isDisabled) setCode((typed) => typed + key)
      if (key === 'Backspace') setCode((typed) => typed.slice(0, -1))
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isDisabled])

  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <p className="unlock__question">{isBusy ? unlock.opening : unlock.writeCode}</p>
      <CodeDots typed={code.length} shortest={shortest} label={unlock.typed(code.length)} />
      <Keypad
        label={unlock.keypad}
        isDisabled={isDisabled}
        left={{ label: unlock.wordsInstead, press: onWords }}
        right={{ label: unlock.remove, press: () => setCode((typed) => typed.slice(0, -1)) }}
        onDigit={(digit) => setCode((typed) => typed + digit)}
      />
      <div className="unlock__open">
        <Action rank="primary" submits isDisabled={isDisabled || code.length < shortest}>
          {unlock.open}
        </Action>
      </div>
    </form>
  )
}

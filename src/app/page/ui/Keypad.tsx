import './keypad.css'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

type KeypadProps = {
  label: string
  isDisabled: boolean
  left: { label: string; press: () => void }
  right: { label: string; press: () => void }
  onDigit: (digit: string) => void
}

export function Keypad({ label, isDisabled, left, right, onDigit }: KeypadProps) {
  return (
    <div className="keypad" role="group" aria-label={label}>
      {digits.map((digit) => (
        <button key={digit} type="button" disabled={isDisabled} onClick={() => onDigit(digit)}>
          {digit}
        </button>
      ))}
      <button type="button" className="keypad__word" onClick={left.press}>
        {left.label}
      </button>
      <button type="button" disabled={isDisabled} onClick={() => onDigit('0')}>
        0
      </button>
      <button type="button" className="keypad__word" onClick={right.press}>
        {right.label}
      </button>
    </div>
  )
}

/** Shows how many digits are typed, never which. There are at least as many rings as the shortest code has digits. */
export function CodeDots({
  typed,
  shortest,
  label,
}: {
  typed: number
  shortest: number
  label: string
}) {
  return (
    <div className="code-dots" role="img" aria-label={label}>
      {Array.from({ length: Math.max(typed, shortest) }, (_, index) => (
        <i key={index} className={index < typed ? 'code-dots__full' : ''} />
      ))}
    </div>
  )
}

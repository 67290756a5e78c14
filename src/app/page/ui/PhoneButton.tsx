import { PhoneIcon } from '@navikt/aksel-icons'
import './rows.css'

type PhoneButtonProps = {
  href: string
  label: string
  /** The number in words, beside the button where there is room to read it. */
  number: string
  /** What a press does beside calling. */
  onPress?: () => void
}

/** The round call button of a row; `label` says whom it calls. */
export function PhoneButton({ href, label, number, onPress }: PhoneButtonProps) {
  return (
    <a
      className="phone-button"
      data-number={number}
      href={href}
      aria-label={label}
      onClick={onPress}
    >
      <PhoneIcon aria-hidden />
    </a>
  )
}

import { PhoneIcon } from '@navikt/aksel-icons'
import './rows.css'

type PhoneButtonProps = {
  href: string
  label: string
  /** What a press does beside calling. */
  onPress?: () => void
}

/** The round call button of a row; `label` says whom it calls. */
export function PhoneButton({ href, label, onPress }: PhoneButtonProps) {
  return (
    <a className="phone-button" href={href} aria-label={label} onClick={onPress}>
      <PhoneIcon aria-hidden />
    </a>
  )
}

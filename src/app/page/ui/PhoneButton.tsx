import { PhoneIcon } from '@navikt/aksel-icons'
import './rows.css'

/** The round call button of a row; `label` says whom it calls. */
export function PhoneButton({ href, label }: { href: string; label: string }) {
  return (
    <a className="phone-button" href={href} aria-label={label}>
      <PhoneIcon aria-hidden />
    </a>
  )
}

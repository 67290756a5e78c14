import { PhoneIcon } from '@navikt/aksel-icons'
import './rows.css'
import { telephoneUrl } from './telephone.ts'

/** The round call button of a row; `label` says whom it calls. */
export function PhoneButton({ number, label }: { number: string; label: string }) {
  return (
    <a className="phone-button" href={telephoneUrl(number)} aria-label={label}>
      <PhoneIcon aria-hidden />
    </a>
  )
}

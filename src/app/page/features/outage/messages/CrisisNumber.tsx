import { Link } from 'react-router'
import { readyMessages as words } from '#text/nb/screens/people/ready-messages.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import { paths } from '../../../paths/paths.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { Notice } from '../../../ui/Notice.tsx'

/** The number that patients and next of kin call, or who writes it in and where. */
export function CrisisNumber({ number }: { number: string | null }) {
  if (number === null) {
    return (
      <Notice kind="old" title={words.noCrisisNumber} text={words.noCrisisNumberText}>
        <Link className="link" to={paths.contacts.to()}>
          {words.toContacts}
        </Link>
      </Notice>
    )
  }
  return (
    <Facts
      facts={[
        {
          label: words.crisisNumber,
          value: (
            <a className="phone-link" href={phoneLink(number)}>
              {phoneText(number)}
            </a>
          ),
        },
      ]}
    />
  )
}

import { PadlockLockedIcon } from '@navikt/aksel-icons'
import { useSyncExternalStore } from 'react'
import { Link } from 'react-router'
import { useLiveQuery } from 'dexie-react-hooks'
import { mayDo } from '#domain/roles/duties.ts'
import { more as words } from '#text/nb/screens/more.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { readyProof } from '../../services/readiness.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useServices } from '../../services/services.ts'
import { UpdateNotice } from '../../shell/UpdateNotice.tsx'
import { ServerNotConfirmed } from '../../parts/ServerNotConfirmed.tsx'
import { unsignedText } from '#text/nb/words/notes/unsigned.ts'
import { useUnsignedCount } from '../../draft-parts/use-unsigned-count.ts'
import { paths } from '../../paths/paths.ts'
import { rolePlacesOf } from '../../paths/place-needs.ts'
import { Action } from '../../ui/Action.tsx'
import { Chips } from '../../ui/Chips.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { ApprovalSwitch } from './ApprovalSwitch.tsx'
import { useNow } from '../../services/use-now.ts'

const schemes = ['auto', 'light', 'dark'] as const

export function MoreScreen() {
  const { device, appearance } = useServices()
  const { profile, employeeId } = useUnlocked()
  const now = useNow()
  const status = useOpened((core) => core.vault.status())
  const scheme = useSyncExternalStore(appearance.subscribe, appearance.current)
  const own = rolePlacesOf(profile.role)
  const unsigned = useUnsignedCount()
  const proof = readyProof.find(employeeId)

  return (
    <Screen
      title={words.title}
      under={[profile.author.name, profile.author.title].filter(Boolean).join(', ')}
      foot={
        <>
          {unsigned === 0 ? null : (
            <Link className="link" to={paths.write.to()}>
              {unsignedText(unsigned)}
            </Link>
          )}
          <Action
            rank="second"
            icon={<PadlockLockedIcon aria-hidden fontSize="1.5rem" />}
            onPress={() => void device.lock()}
          >
            {words.lock}
          </Action>
        </>
      }
    >
      <UpdateNotice />
      <Rows label={words.title}>
        <Row to={paths.contacts.to()} name={words.contacts} facts={[words.contactsMeaning]} />
        <Row to={paths.sent.to({})} name={words.sent} facts={[words.sentMeaning]} />
        <Row
          to={paths.enrol.to()}
          name={words.ready}
          facts={[proof === null ? words.notProved : words.proved(momentWords(proof, now))]}
        />
        <Row
          to={paths.signIn.to({ returnTo: 'more' })}
          name={words.signIn}
          facts={[words.signInMeaning]}
        />
      </Rows>
      <ServerNotConfirmed />
      {own.length > 0 ? (
        <>
          <GroupHeading
            text={words.forRole[mayDo(profile.role, 'readRoleTable') ? 'administrator' : 'leader']}
          />
          <Rows label={words.rolePlaces}>
            {own.map(({ place, to }) => (
              <Row key={place} to={to} {...words.places[place]} />
            ))}
          </Rows>
        </>
      ) : null}
      <Chips
        label={words.theme}
        count="one"
        choices={schemes.map((value) => ({ value, label: words.themes[value] }))}
        chosen={[scheme]}
        onChoose={([chosen]) =>
          appearance.choose(schemes.find((known) => known === chosen) ?? 'auto')
        }
      />
      {mayDo(profile.role, 'changeSettings') ? (
        <>
          <GroupHeading text={words.settings} />
          <ApprovalSwitch />
        </>
      ) : null}
      <GroupHeading text={words.phone} />
      <PhoneFacts label={status?.device?.label ?? null} />
      <p>
        <button type="button" className="link" onClick={() => void device.switchEmployee()}>
          {words.switchEmployee}
        </button>
      </p>
      <p className="about">{words.aboutText}</p>
    </Screen>
  )
}

function PhoneFacts({ label }: { label: string | null }) {
  const { storage, version } = useServices()
  const isPersisted = useLiveQuery(() => storage.isPersisted())
  return (
    <>
      <Facts
        facts={[
          { label: words.device, value: label ?? '–' },
          {
            label: words.storage,
            value:
              isPersisted === undefined || isPersisted === null
                ? words.persistUnknown
                : isPersisted
                  ? words.persisted
                  : words.notPersisted,
          },
          {
            label: words.install,
            value: storage.isInstalled() ? words.installed : words.notInstalled,
          },
          { label: words.version, value: version },
        ]}
      />
      {isPersisted === false ? (
        <button type="button" className="link" onClick={() => void storage.askToPersist()}>
          {words.askPersist}
        </button>
      ) : null}
    </>
  )
}

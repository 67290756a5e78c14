import { useState } from 'react'
import { Link } from 'react-router'
import { type Instant, localClock } from '#domain/time/instant.ts'
import { forms as formWords } from '#text/nb/screens/forms.ts'
import { sent as words } from '#text/nb/screens/sent.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { useDevice, useOpened } from '../../services/use-opened.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { shell } from '#text/nb/screens/shell.ts'
import { factsLine } from '../../parts/facts-line.ts'
import { ServerNotConfirmed } from '../../parts/ServerNotConfirmed.tsx'
import { UnsignedReminder } from '../../draft-parts/UnsignedReminder.tsx'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { useNow } from '../../services/use-now.ts'
import { readSent, type SentEntry } from './read-sent.ts'
import { entryState, groupOf } from './entry-state.ts'

const atOnce = 100

/** The employee's entries and the state of each, which only a receipt changes. */
export function SentScreen({ isSigned }: { isSigned?: true | undefined }) {
  const now = useNow()
  const { core, sync } = useDevice()
  const [isSending, setSending] = useState(false)
  const { profile } = useUnlocked()
  const opened = useOpened(
    (core) => readSent(core, { zones: profile.zones, now }),
    [profile, localClock(now).on],
  )
  const inFlight = new Set(sync.unreceipted)

  const entries = opened?.entries ?? []
  const isKeptForGood =
    entries.some(({ state }) => state === 'acked') &&
    !entries.some(({ state }) => state === 'durable')
  const older = entries.length - shownOf(entries).length

  async function sendNow() {
    setSending(true)
    try {
      await core.syncNow()
    } finally {
      // Also on a phone that stores nothing: she makes room and tries again.
      setSending(false)
    }
  }

  return (
    <Screen
      title={words.title}
      under={words.meaning}
      foot={
        <>
          {sync.line === 'offline' && !isSending ? <p className="saved">{words.offline}</p> : null}
          <Action
            rank="second"
            isBusy={isSending}
            isDisabled={isSending}
            onPress={() => void sendNow()}
          >
            {isSending ? words.sending : words.sendNow}
          </Action>
        </>
      }
    >
      <ServerNotConfirmed />
      {isSigned === true ? <SignedNotice entry={entries[0]} now={now} /> : null}
      {opened === undefined ? <Notice kind="waiting" title={shell.waiting} /> : null}
      {opened !== undefined && opened.entries.length === 0 && opened.others.length === 0 ? (
        <Notice kind="empty" title={words.empty} text={words.emptyText} />
      ) : null}
      <UnsignedReminder />
      {groupsOf(shownOf(entries)).map(({ heading, shown }) => (
        <section key={heading} aria-label={heading}>
          <GroupHeading text={heading} />
          <Rows label={heading}>
            {shown.map((entry) => (
              <SentRow
                key={entry.entryId}
                entry={entry}
                isInFlight={inFlight.has(entry.entryId)}
                isSending={sync.activity === 'sending'}
                moment={(at) => momentWords(at, now)}
              />
            ))}
          </Rows>
        </section>
      ))}
      {isKeptForGood ? <p className="sent__others">{words.notDurable}</p> : null}
      {older === 0 ? null : <p>{words.older(older)}</p>}
      {opened === undefined || opened.others.length === 0 ? null : (
        <p className="sent__others">
          <strong>{words.others(opened.others.length)}</strong>
          <br />
          {words.othersText}
        </p>
      )}
    </Screen>
  )
}

/** What was just signed, which says so as soon as it is received. */
function SignedNotice({ entry, now }: { entry: SentEntry | undefined; now: Instant }) {
  const receivedAt = entry === undefined || entry.state === 'sealed' ? null : entry.receivedAt
  const { patientId = null, about = null } = entry ?? {}
  const back =
    patientId === null || about === null ? null : (
      <Link className="link" to={paths.patient.to({ patientId })}>
        {words.backTo(about)}
      </Link>
    )
  return receivedAt === null ? (
    <Notice kind="done" title={formWords.signed} text={formWords.signedText}>
      {back}
    </Notice>
  ) : (
    <Notice
      kind="done"
      title={formWords.signedReceived(momentWords(receivedAt, now))}
      text={formWords.signedReceivedText}
    >
      {back}
    </Notice>
  )
}

/** The newest entries, and every older one that is not safely received. */
function shownOf(entries: readonly SentEntry[]): SentEntry[] {
  return entries.filter(
    ({ state }, at) => at < atOnce || (state !== 'acked' && state !== 'durable'),
  )
}

/** What is only signed, and what the server has, never in one list; what a person must see to comes first. */
function groupsOf(entries: readonly SentEntry[]): { heading: string; shown: SentEntry[] }[] {
  const inGroup = (group: keyof typeof words.groups) => ({
    heading: words.groups[group],
    shown: entries.filter(({ state }) => groupOf(state) === group),
  })
  return [inGroup('toLookAt'), inGroup('signed'), inGroup('received')].filter(
    ({ shown }) => shown.length > 0,
  )
}

type SentRowProps = {
  entry: SentEntry
  isInFlight: boolean
  isSending: boolean
  moment: (at: SentEntry['at']) => string
}

function SentRow({ entry, isInFlight, isSending, moment }: SentRowProps) {
  const state = entryState(entry, { isInFlight, isSending, moment })
  return (
    <Row
      name={entry.title}
      facts={[
        factsLine(entry.about, moment(entry.at)),
        ...(state.explanation === null ? [] : [state.explanation]),
        ...(entry.isCorrected ? [words.corrected] : []),
      ]}
      aside={
        <>
          <Tag text={state.text} tone={state.tone} />
          {entry.canCorrect ? (
            <Link className="link" to={paths.correct.to(entry)}>
              {words.correct}
            </Link>
          ) : null}
        </>
      }
    />
  )
}

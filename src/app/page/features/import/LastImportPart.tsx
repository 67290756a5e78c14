import { useEffect, useState } from 'react'
import { importLists as words } from '#text/nb/screens/import.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import type { LastImport, Session } from '#app/online/api.ts'
import { useServices } from '../../services/services.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { RestoreButton, type Restored } from './RestoreButton.tsx'
import { Opened } from '../../ui/focus/Opened.tsx'

type LastImportPartProps = {
  section: Session['sections'][number]
  /** A leader of one section is not told which. */
  isNamed: boolean
  onRestored: (restored: Restored) => void
}

type Reading = { kind: 'asking' } | { kind: 'failed' } | { kind: 'read'; last: LastImport | null }

/** The list that stands: which file, when, by whom – and the way back to the one before it. */
export function LastImportPart({ section, isNamed, onRestored }: LastImportPartProps) {
  const { api, clock } = useServices()
  const { id, name } = section
  const [reading, setReading] = useState<Reading>({ kind: 'asking' })
  useEffect(() => {
    let isWanted = true
    async function read() {
      const answer = await api.readLastImport({ section: id })
      if (!isWanted) return
      setReading(answer.ok ? { kind: 'read', last: answer.value.last } : { kind: 'failed' })
    }
    void read()
    return () => {
      isWanted = false
    }
  }, [api, id])

  const title = isNamed ? words.lastOf(name) : words.last
  return (
    <section aria-label={title}>
      <GroupHeading text={title} />
      {reading.kind === 'asking' ? <p>{words.lastAsking}</p> : null}
      {reading.kind === 'failed' ? <p>{words.lastFailed}</p> : null}
      {reading.kind !== 'read' ? null : reading.last === null ? (
        <p>{words.lastNone}</p>
      ) : (
        <Standing
          last={reading.last}
          at={dayAndMomentWords(reading.last.takenAt, clock.now())}
          section={section}
          onRestored={onRestored}
        />
      )}
    </section>
  )
}

type StandingProps = Pick<LastImportPartProps, 'section' | 'onRestored'> & {
  last: LastImport
  at: string
}

function Standing({ last, at, section, onRestored }: StandingProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <p>
        <strong className="import__name">{last.fileName}</strong>
        <br />
        {words.takenBy(at, last.takenBy)}
        <br />
        {words.lastFigures(last)}
      </p>
      {!last.canRestore ? (
        <p className="import__then">{words.nothingBefore}</p>
      ) : isAsking ? (
        <Opened>
          <p>{words.restoreAsk(last.fileName)}</p>
          <div className="import__choices">
            <RestoreButton
              section={section.id}
              run={last.run}
              text={words.restoreYes}
              onRestored={onRestored}
            />
            <button type="button" className="link" onClick={() => setAsking(false)}>
              {words.restoreNo}
            </button>
          </div>
        </Opened>
      ) : (
        <button type="button" className="link" onClick={() => setAsking(true)}>
          {words.restore}
        </button>
      )}
    </>
  )
}

import { useRef } from 'react'
import type { Incident } from '#domain/incidents/incident.ts'
import { changeIncident as words } from '#text/nb/screens/incident/change-incident.ts'
import { KeptTextField } from '../../parts/KeptTextField.tsx'
import { useKeptText } from '../../services/use-kept-text.ts'
import type { Saying } from '../../services/use-saying.ts'
import { Action } from '../../ui/Action.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'

const maxLength = 300

/** A leader says that it is over, or that it is not, with a word why. */
export function CloseOrReopen({ incident, saying }: { incident: Incident; saying: Saying }) {
  const word = useRef('')
  const isClosed = incident.standing === 'closed'
  const keeping = useKeptText(`incident ${incident.id} end`)

  async function say(): Promise<void> {
    const text = word.current.trim()
    const isSaid = await saying.say(incident.id, {
      kind: isClosed ? 'reopened' : 'closed',
      word: text === '' ? null : text,
    })
    if (isSaid) await keeping.forget()
  }

  return (
    <>
      <GroupHeading text={words.end} />
      <KeptTextField
        key={incident.standing}
        keeping={keeping}
        label={words.closeWord}
        maxLength={maxLength}
        onType={(text) => {
          word.current = text
        }}
      />
      <div className="close-press">
        <Action
          rank="second"
          isBusy={saying.isBusy}
          isDisabled={saying.isBusy}
          onPress={() => void say()}
        >
          {isClosed ? words.reopen : words.close}
        </Action>
      </div>
    </>
  )
}

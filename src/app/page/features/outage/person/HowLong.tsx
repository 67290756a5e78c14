import type { PoweredDevice } from '#domain/patient/powered-device.ts'
import { personInIncident as words } from '#text/nb/screens/people/person-in-incident.ts'
import { durationWords } from '#text/nb/words/time.ts'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import { recordedMinutes } from './swap-of.ts'

/** Between two of them the lower one is the safe answer. */
const choices = [30, 60, 120, 180, 240, 360, 480, 720, 1440]

type HowLongProps = {
  device: PoweredDevice
  title: string
  /** Null: she does not know. */
  onAnswer: (minutes: number | null) => void
  onCancel: () => void
}

/** How long the new battery or bottle lasts, by one press on a big key. It may be left unknown. */
export function HowLong({ device, title, onAnswer, onCancel }: HowLongProps) {
  const recorded = recordedMinutes(device)
  return (
    <>
      <GroupHeading text={words.howLong(title)} />
      <p className="field__help">{words.lower}</p>
      <div className="keys" role="group" aria-label={words.howLong(title)}>
        {recorded === null ? null : (
          <button type="button" className="keys__wide" onClick={() => onAnswer(recorded)}>
            {words.asRecorded(durationWords(recorded))}
          </button>
        )}
        {choices.map((minutes) => (
          <button key={minutes} type="button" onClick={() => onAnswer(minutes)}>
            {durationWords(minutes)}
          </button>
        ))}
        <button type="button" className="keys__wide" onClick={() => onAnswer(null)}>
          {words.notKnown}
        </button>
        <button type="button" className="keys__wide keys__plain" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </>
  )
}

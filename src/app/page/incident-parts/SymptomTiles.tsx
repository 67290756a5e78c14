import {
  BellIcon,
  CameraIcon,
  FilesIcon,
  GlobeIcon,
  KeyHorizontalIcon,
  LightningIcon,
  MobileIcon,
  PasswordHiddenIcon,
  PillCircleRectangleIcon,
  ShieldLockIcon,
  SnowIcon,
  TapWaterIcon,
} from '@navikt/aksel-icons'
import { Symptom } from '#domain/cards/symptom.ts'
import { whatFails as words } from '#text/nb/screens/incident/what-fails.ts'
import { symptomWords } from '#text/nb/words/incident/symptom.ts'
import './symptom-tiles.css'

/** Null for the one that takes a whole line. */
const symptomIcons = {
  power: LightningIcon,
  mobile: MobileIcon,
  internet: GlobeIcon,
  ehr: FilesIcon,
  alarm: BellIcon,
  dispenser: PillCircleRectangleIcon,
  supervision: CameraIcon,
  lock: KeyHorizontalIcon,
  signIn: PasswordHiddenIcon,
  water: TapWaterIcon,
  road: SnowIcon,
  attack: ShieldLockIcon,
  leak: null,
} as const satisfies Record<Symptom, unknown>

type SymptomTilesProps = {
  chosen: readonly Symptom[]
  onChoose: (symptoms: Symptom[]) => void
}

/** Everything that may fail, on one screen, as large check boxes. */
export function SymptomTiles({ chosen, onChoose }: SymptomTilesProps) {
  return (
    <fieldset className="symptoms">
      <legend className="visually-hidden">{words.symptoms}</legend>
      {Symptom.options.map((symptom) => {
        const Icon = symptomIcons[symptom]
        const isChosen = chosen.includes(symptom)
        return (
          <label key={symptom} className={Icon === null ? 'symptom symptom--wide' : 'symptom'}>
            <input
              type="checkbox"
              checked={isChosen}
              onChange={() =>
                onChoose(isChosen ? chosen.filter((one) => one !== symptom) : [...chosen, symptom])
              }
            />
            <span>
              {Icon === null ? null : <Icon aria-hidden />}
              {symptomWords[symptom].label}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}

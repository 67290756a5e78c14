import type { SignedDose } from '#domain/medicines/signed-doses.ts'
import type { Instant } from '#domain/time/instant.ts'
import { signingList as words } from '#text/nb/screens/medicines/signing-list.ts'
import { momentWords } from '#text/nb/words/time.ts'

type DoubledDosesProps = { doubled: readonly (readonly SignedDose[])[]; now: Instant }

/** Doses that several have signed for stand on top until one of the entries is corrected. */
export function DoubledDoses({ doubled, now }: DoubledDosesProps) {
  return doubled.map((doses) => {
    const [first] = doses
    if (first === undefined) return null
    const names = doses.map(({ by, at }) => `${by} ${momentWords(at, now)}`).join(', ')
    return (
      <div key={first.entryId} className="signing__red" role="alert">
        <strong>{words.doubled(first.medicine, first.place.slot ?? '', names)}</strong>
        <span>{words.doubledText}</span>
      </div>
    )
  })
}

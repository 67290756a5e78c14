import { isHidden } from '#domain/forms/item-kind.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { doseLinks } from '#domain/medicines/dose-form.ts'
import type { DoseAdditions } from '#domain/medicines/dose-marks.ts'
import type { SigningRow } from '#domain/medicines/signing-rows.ts'
import { signingList as words } from '#text/nb/screens/medicines/signing-list.ts'
import { Chips } from '../../ui/Chips.tsx'
import { TextField } from '../../ui/TextField.tsx'

const answers = [
  { value: 'yes', label: words.yes },
  { value: 'no', label: words.no },
] as const

type BesideMarkProps = {
  form: Questionnaire
  row: SigningRow
  isGiven: boolean
  more: DoseAdditions
  onWrite: (more: Partial<DoseAdditions>) => void
}

/** What may be written beside a mark, as far as the municipality's form asks for it. */
export function BesideMark({ form, row, isGiven, more, onWrite }: BesideMarkProps) {
  const asks = (linkId: string) =>
    form.item.some((item) => item.linkId === linkId && !isHidden(item))
  const asksControlled = isGiven && asks(doseLinks.isControlled)
  return (
    <>
      {isGiven && !row.isAmountFixed ? (
        <TextField
          label={`${words.amountGiven} ${row.medicine}`}
          from={more.amount}
          isRequired={row.amount === ''}
          onType={(amount) => onWrite({ amount })}
        />
      ) : null}
      <details className="signing__more" open={more.isControlled === true}>
        <summary>
          {asksControlled || asks(doseLinks.checkedBy) ? words.more : words.comment}
        </summary>
        {asksControlled ? (
          <Chips
            label={words.isControlled}
            count="one"
            choices={answers}
            chosen={more.isControlled === null ? [] : [more.isControlled ? 'yes' : 'no']}
            onChoose={([chosen]) => onWrite({ isControlled: chosen === 'yes' })}
          />
        ) : null}
        {asksControlled && more.isControlled === true ? (
          <>
            <p>{words.controlledText}</p>
            <TextField
              label={`${words.countBefore} ${row.medicine}`}
              kind="number"
              from={more.countBefore}
              onType={(countBefore) => onWrite({ countBefore })}
            />
            <TextField
              label={`${words.countAfter} ${row.medicine}`}
              kind="number"
              from={more.countAfter}
              onType={(countAfter) => onWrite({ countAfter })}
            />
          </>
        ) : null}
        {asks(doseLinks.checkedBy) ? (
          <TextField
            label={words.checkedBy}
            from={more.checkedBy}
            onType={(checkedBy) => onWrite({ checkedBy })}
          />
        ) : null}
        <TextField
          label={words.comment}
          kind="long"
          from={more.comment}
          onType={(comment) => onWrite({ comment })}
        />
      </details>
    </>
  )
}

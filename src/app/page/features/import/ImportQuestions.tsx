import type { SectionId } from '#domain/base/ids.ts'
import type { ZonePlacement } from '#domain/roster/zone-placement.ts'
import { importLists as words } from '#text/nb/screens/import.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { ImportPreview, Session } from '#app/online/api.ts'
import { Chips } from '../../ui/Chips.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { AnsweredColumn } from './AnsweredColumn.tsx'
import { ColumnQuestionPart } from './ColumnQuestionPart.tsx'
import type { Answers } from './import-answers.ts'
import { NewZonePart } from './NewZonePart.tsx'

type ImportQuestionsProps = {
  preview: ImportPreview
  section: SectionId
  zones: Session['zones']
  answers: Answers
  isBusy: boolean
  onAnswer: (answers: Answers) => void
  onPlace: (placement: ZonePlacement) => void
  onUnplace: (placement: ZonePlacement) => void
  /** It is saved how a column is read. */
  onColumn: () => void
}

/** Questions to answer first, so that an incomplete list deletes nobody, a typing error makes no zone and nothing is lost. */
export function ImportQuestions(props: ImportQuestionsProps) {
  const { preview, section, zones, answers, isBusy, onAnswer, onPlace, onUnplace, onColumn } = props
  const { newZones, shrink, columns = [] } = preview.questions
  const { placements } = answers
  const count = newZones.length + shrink.length + columns.length + placements.length
  const answered = preview.columnAnswers ?? []
  if (count + answered.length === 0) return null
  const gone = shrink.reduce((sum, row) => sum + row.gone, 0)
  return (
    <>
      {count === 0 ? null : <GroupHeading text={words.questions} />}
      {columns.map((question) => (
        <ColumnQuestionPart
          key={question.heading}
          question={question}
          label={words.columnAsk[question.about](question.heading, question.filled)}
          help={words.samples(question.samples)}
          section={section}
          isBusy={isBusy}
          onSaved={onColumn}
        />
      ))}
      {newZones.map((question) => (
        <NewZonePart
          key={question.zone}
          question={question}
          zones={zones}
          answers={answers}
          isBusy={isBusy}
          onAnswer={onAnswer}
          onPlace={onPlace}
        />
      ))}
      {placements.map((placement) => (
        <p key={placement.listed} className="import__placed">
          {words.placed(zoneText(placement.listed), placeText(placement, zones))}{' '}
          <button
            type="button"
            className="link"
            disabled={isBusy}
            onClick={() => onUnplace(placement)}
          >
            {words.unplace(zoneText(placement.listed))}
          </button>
        </p>
      ))}
      {shrink.length === 0 ? null : (
        <Chips
          label={shrink
            .map(({ zone, gone: out, before }) => words.shrink(out, before, zoneText(zone)))
            .join(' ')}
          count="several"
          choices={[{ value: 'shrink', label: words.acceptShrink(gone) }]}
          chosen={answers.shrinkOf === preview.preview ? ['shrink'] : []}
          onChoose={(chosen) =>
            onAnswer({ ...answers, shrinkOf: chosen.length > 0 ? preview.preview : null })
          }
        />
      )}
      {answered.map((answer) => (
        <AnsweredColumn
          key={answer.heading}
          answer={answer}
          section={section}
          isBusy={isBusy}
          onSaved={onColumn}
        />
      ))}
    </>
  )
}

function placeText({ place }: ZonePlacement, zones: Session['zones']): string {
  if (place.kind === 'named') return place.name
  return zoneText(zones.find(({ id }) => id === place.zone)?.name ?? null)
}

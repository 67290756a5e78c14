import type { Symptom, SymptomAnswers, SymptomGuide } from '#domain/cards/symptom.ts'
import { Chips } from '../ui/Chips.tsx'

type SymptomQuestionsProps = {
  symptoms: readonly Symptom[]
  answers: SymptomAnswers
  guides: readonly SymptomGuide[]
  onAnswer: (symptom: Symptom, answer: string) => void
}

/** The one question of each symptom that may lead to other cards. All may be left unanswered. */
export function SymptomQuestions({ symptoms, answers, guides, onAnswer }: SymptomQuestionsProps) {
  return guides
    .filter(({ symptom }) => symptoms.includes(symptom))
    .map(({ symptom, question }) =>
      question === null ? null : (
        <Chips
          key={symptom}
          label={question.text}
          count="one"
          choices={question.answers.map(({ id, text }) => ({ value: id, label: text }))}
          chosen={[answers[symptom] ?? '']}
          onChoose={([answer = '']) => onAnswer(symptom, answer)}
        />
      ),
    )
}

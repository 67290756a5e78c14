import type { Author } from '#domain/base/author.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import type { ProjectionPorts } from '#server/projection/projection-ports.ts'
import { saidOfItself } from '#server/projection/said-of-itself.ts'
import { aNote, issueForm } from '../a-note.ts'
import type { Attack, Parts } from '../attack.ts'
import { aChangedApp } from '../changed-app.ts'
import type { Ground } from '../ground.ts'
import { projecting } from '../rights.ts'
import { type Hired, north } from '../town.ts'

async function sendWords(
  ground: Ground,
  parts: Parts,
  contentOf: (nina: Hired) => object,
  weaker: Partial<ProjectionPorts>,
): Promise<string> {
  const town = await ground.town(parts === 'weakened' ? projecting(weaker) : undefined)
  await issueForm(town)
  const nina = await town.hire('Nina Dahl', 'nurse', [north])
  const app = await aChangedApp(town, nina)
  return (await app.send(aNote(nina, { content: contentOf(nina) }))) ?? ''
}

export const forgedName: Attack = {
  name: 'forged-name',
  about: 'A nurse signs a note as a doctor, with a name, title and HPR number that are not hers.',
  async run(ground, parts) {
    const words = { name: 'Per Overlege', title: 'Overlege', hprNumber: '7654321' }
    const contentOf = ({ profile }: Hired) => ({ author: { ...profile.author, ...words } })
    const believing = { said: { ...saidOfItself, nameAuthor: (_: unknown, said: Author) => said } }
    const journal = await sendWords(ground, parts, contentOf, believing)
    const shown = ['Per Overlege', 'Overlege', '7654321'].filter((word) => journal.includes(word))
    return {
      refused: shown.length === 0,
      note: `${shown.length} of 3 false words reached the zone.`,
    }
  },
}

export const forgedLabel: Attack = {
  name: 'forged-label',
  about: 'A changed app writes another question, and another unit, beside the answer.',
  async run(ground, parts) {
    const answer = [{ valueString: '5' }]
    const contentOf = () => ({
      response: {
        resourceType: 'QuestionnaireResponse',
        questionnaire: 'urn:beredt:form:prove|1',
        status: 'completed',
        item: [{ linkId: 'text', text: 'Dosen (gram)', answer }],
      },
    })
    const journal = await sendWords(ground, parts, contentOf, {
      wordResponse: (_, response) => response,
    })
    const isShown = journal.includes('gram')
    return {
      refused: journal.includes('valueString') && !isShown,
      note: `The zone’s phones got ${isShown ? 'the app’s' : 'the form’s'} own words.`,
    }
  },
}

export const futureEvent: Attack = {
  name: 'future-event',
  about: 'A phone writes of something that happens next year, to stand first in every list.',
  async run(ground, parts) {
    const eventAt = instantFromMilliseconds(Date.UTC(2027, 10, 23))
    const journal = await sendWords(ground, parts, () => ({ eventAt }), {
      said: { ...saidOfItself, markTimes: () => [] },
    })
    const isMarked = journal.includes('eventAhead')
    return {
      refused: isMarked,
      note: `The zone’s phones got it ${isMarked ? 'marked' : 'unmarked'}.`,
    }
  },
}

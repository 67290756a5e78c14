import { createElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { FormItems } from '#app/page/form-parts/FormItems.tsx'
import { type Answers, withAnswer } from '#domain/forms/asked-items.ts'
import { filledForm } from '#domain/forms/filled-form.ts'
import { itemRefusals } from '#domain/forms/questionnaire-check.ts'
import { longForm } from '../../../../tests/support/a-form.ts'
import { type Extent, inTurns, percentile95, type Rounds } from '../rounds.ts'
import { benchClock } from './bench-employee.ts'

const itemCount = 200
/** So many keys are typed in a round, each in another field. */
const keysPerRound = 20

/**
 * A form of 200 items: until all of it is laid out, and after each key. The floor is a static page of
 * 200 labels and inputs. Both are measured with the layout, without which a browser would put the work off.
 */
export async function measureForm({ rounds }: Extent): Promise<Record<string, Rounds>> {
  const form = longForm(itemCount)
  return inTurns(rounds, {
    ours: async () => {
      const place = document.body.appendChild(document.createElement('main'))
      const root = createRoot(place)
      let answers: Answers = {}
      const writing = {
        now: benchClock.now,
        onAnswer(key: string, given: Answers[string]) {
          answers = withAnswer(answers, key, given)
        },
        onReshape() {},
      }
      const draw = () => {
        const refusals = itemRefusals(form, answers)
        const { asked } = filledForm(form, answers)
        flushSync(() =>
          root.render(createElement(FormItems, { form, items: asked, refusals, writing })),
        )
        return place.offsetHeight
      }
      const open = await elapsed(draw)
      const keys: number[] = []
      for (let key = 0; key < keysPerRound; key++) {
        writing.onAnswer(`q${key * 3}`, [{ valueString: 'a' }])
        keys.push(await elapsed(draw))
      }
      root.unmount()
      place.remove()
      return { open, key: percentile95(keys) }
    },
    'floor:plain-page': async () => {
      const page = document.body.appendChild(document.createElement('iframe'))
      const started = performance.now()
      await new Promise((resolve) => {
        page.addEventListener('load', resolve, { once: true })
        page.src = '/plain-inputs.html'
      })
      const place = page.contentDocument?.querySelector('main')
      const first = place?.querySelector('input')
      if (!place || !first || place.offsetHeight === 0) throw new Error('There is no plain page.')
      const open = performance.now() - started
      const key = await elapsed(() => {
        first.value = 'a'
        return place.offsetHeight
      })
      page.remove()
      return { open, key }
    },
  })
}

/** Begins in a task of its own, so that what the one before left behind is not measured with it. */
async function elapsed(work: () => number): Promise<number> {
  await new Promise((resolve) => {
    setTimeout(resolve, 20)
  })
  const started = performance.now()
  if (work() === 0) throw new Error('Nothing is laid out.')
  return performance.now() - started
}

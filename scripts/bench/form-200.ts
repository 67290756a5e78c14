import { type Benchmark, measurementOf } from './benchmark.ts'
import { measureInPage } from './browser-page.ts'

export const form200: Benchmark = {
  name: 'form-200',
  about: 'a form of 200 items; beside a plain page of 200 inputs',
  patients: 1,
  async measure(extent) {
    const { open = {}, key = {} } = await measureInPage('form', extent)
    return [
      measurementOf(
        'form-200-open',
        'checked, drawn and laid out; at most three times the plain page',
        open,
      ),
      measurementOf(
        'form-200-key',
        '95th percentile of 20 a round, from an answer until the form is checked and laid out again',
        key,
        { milliseconds: 30 },
      ),
    ]
  },
}

import { type Benchmark, measurementOf } from './benchmark.ts'
import { measureInPage } from './browser-page.ts'

export const binder: Benchmark = {
  name: 'binder',
  about: 'print a zone as one PDF in a worker; beside pdfmake printing the same',
  patients: 300,
  async measure(extent) {
    const { print = {}, pages = {} } = await measureInPage('binder', extent)
    const counted = Object.entries(pages).map(([who, [count]]) => `${count} pages by ${who}`)
    return [
      measurementOf(
        'binder',
        `${extent.patients} patients, ${counted.join(', ')}, from starting a worker to the bytes`,
        print,
        { milliseconds: 3_000, quickerThan: ['pdfmake'] },
      ),
    ]
  },
}

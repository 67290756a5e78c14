import { measureBinder } from './binder/measure-binder.ts'
import { measureCountdown } from './device/measure-countdown.ts'
import { measureForm } from './device/measure-form.ts'
import { measureSearch } from './device/measure-search.ts'
import { measureUnlock } from './device/measure-unlock.ts'
import { measureWriting } from './device/measure-writing.ts'
import type { Extent, Rounds } from './rounds.ts'
import { measureStore } from './store/measure-store.ts'
import { measureFirstSync } from './sync/measure-first-sync.ts'

const measures: Readonly<Record<string, (extent: Extent) => Promise<Record<string, Rounds>>>> = {
  binder: measureBinder,
  countdown: measureCountdown,
  firstSync: measureFirstSync,
  form: measureForm,
  search: measureSearch,
  store: measureStore,
  unlock: measureUnlock,
  writing: measureWriting,
}

declare global {
  /** Called from outside the browser, by `runInPage`. */
  var beredtBench: (request: { name: string; extent: Extent }) => Promise<Record<string, Rounds>>
}

globalThis.beredtBench = ({ name, extent }) => {
  const measure = measures[name]
  if (measure === undefined) throw new Error(`The page cannot measure ${name}.`)
  return measure(extent)
}

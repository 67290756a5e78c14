import { measureBinder } from './binder/measure-binder.ts'
import type { Extent, Rounds } from './rounds.ts'
import { measureStore } from './store/measure-store.ts'

const measures: Readonly<Record<string, (extent: Extent) => Promise<Record<string, Rounds>>>> = {
  binder: measureBinder,
  store: measureStore,
}

declare global {
  /** Called from outside the browser, by `runInPage`. */
  var beredtBench: (asked: { name: string; extent: Extent }) => Promise<Record<string, Rounds>>
}

globalThis.beredtBench = ({ name, extent }) => {
  const measure = measures[name]
  if (measure === undefined) throw new Error(`The page cannot measure ${name}.`)
  return measure(extent)
}

import type { Benchmark } from './benchmark.ts'
import { coldStart } from './cold-start/cold-start.ts'
import { binder } from './binder.ts'
import { countdown, search, unlock, writing } from './device.ts'
import { firstSync } from './first-sync.ts'
import { form200 } from './form-200.ts'
import { importLists } from './import/import-lists.ts'
import { poison } from './poison.ts'
import { projection } from './projection.ts'
import { store } from './store.ts'

/** In the order they are run and shown. */
export const benchmarks: readonly Benchmark[] = [
  coldStart,
  unlock,
  search,
  countdown,
  writing,
  form200,
  store,
  firstSync,
  binder,
  poison,
  projection,
  importLists,
]

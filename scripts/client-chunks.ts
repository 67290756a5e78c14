import { dirname, join } from 'node:path'

type ModuleInfo = {
  code: string | null
  importedIds: readonly string[]
  dynamicallyImportedIds: readonly string[]
}
type ModuleGraph = { getModuleInfo(id: string): ModuleInfo | null }

const page = join(import.meta.dirname, '../src/app/page')
const firstScript = join(page, 'start/main.ts')
const startApp = join(page, 'start/start-app.tsx')

/** A file for all screens of an incident, one for all where one writes, one for all where forms are made, one for accounts and one for signing in; the other screens have one each. */
const sharedByScreens: Readonly<Record<string, RegExp>> = {
  incident: /src\/app\/page\/features\/(?:incident|isbar|outage|running-card|what-fails)\//,
  'form-versions': /src\/app\/page\/features\/form-versions\//,
  keeping: /src\/app\/page\/features\/keeping\//,
  'sign-in': /src\/app\/page\/features\/sign-in\//,
  writing: /src\/app\/page\/features\/(?:about-note|amendments|forms)\//,
}

/** Answers in which file of the built client a module belongs; null where its one screen is the place. */
export function clientChunks(): (id: string, graph: ModuleGraph) => string | null {
  const plans = new WeakMap<ModuleGraph, ReturnType<typeof planOf>>()
  return (id, graph) => {
    const plan = plans.get(graph) ?? planOf(graph)
    plans.set(graph, plan)
    // Small, so that the keypad is there before the rest of the first load is read.
    if (plan.first.has(id)) return 'first'
    if (plan.app.has(id)) return firstLoadChunk(id)
    const places = plan.placesById.get(id) ?? new Set()
    if (places.size > 1) return 'shared'
    const [place = ''] = places
    return place in sharedByScreens ? place : null
  }
}

function firstLoadChunk(id: string): string {
  if (id.includes('node_modules')) return 'packages'
  return /src\/(?:text|domain)\//.test(id) ? 'words' : 'parts'
}

/** What the first script needs, what the app needs before any screen, and by module in whose files what is left is needed. */
function planOf(graph: ModuleGraph) {
  const first = importsOf(firstScript, graph)
  const app = importsOf(startApp, graph)
  const placesById = new Map<string, Set<string>>()
  const screens = [...app].flatMap((id) => graph.getModuleInfo(id)?.dynamicallyImportedIds ?? [])
  // A screen may load more by itself: the list grows while it is read.
  const known = new Set(screens)
  for (const screen of known) {
    const [name = screen] =
      Object.entries(sharedByScreens).find(([, test]) => test.test(screen)) ?? []
    for (const id of importsOf(screen, graph)) {
      if (app.has(id)) continue
      placesById.set(id, (placesById.get(id) ?? new Set()).add(name))
      for (const more of graph.getModuleInfo(id)?.dynamicallyImportedIds ?? []) known.add(more)
    }
  }
  return { first, app, placesById }
}

/** A module with all that it imports, and that these import, without what is loaded later. */
function importsOf(start: string, graph: ModuleGraph): Set<string> {
  const found = new Set([start])
  for (const id of found) {
    for (const imported of importedIdsOf(id, graph)) found.add(imported)
  }
  return found
}

const barrel = /@navikt\/aksel-icons\/dist\/react\/esm\/index\.js$/
const namedIcons = /import\s*\{([^}]*)\}\s*from\s*["']@navikt\/aksel-icons["']/g

/** Of the icons only those that a module names: their package exports all of them from one module. */
function importedIdsOf(id: string, graph: ModuleGraph): string[] {
  const { code, importedIds } = graph.getModuleInfo(id) ?? { code: null, importedIds: [] }
  const icons = importedIds.find((imported) => barrel.test(imported))
  if (icons === undefined) return [...importedIds]
  const names = [...(code ?? '').matchAll(namedIcons)].flatMap(([, list = '']) => list.split(','))
  const files = names.map((name) => name.trim().replace(/Icon(?: as .*)?$/, '')).filter(Boolean)
  return [
    ...importedIds.filter((imported) => imported !== icons),
    ...files.map((file) => join(dirname(icons), `${file}.js`)),
  ]
}

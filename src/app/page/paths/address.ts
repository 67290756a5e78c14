import * as z from 'zod/mini'

/** The values that the router found for the names in a pattern. */
type FoundTexts = Readonly<Record<string, string | undefined>>

/** One place of the app: what the router matches, how a link to it is built and how it is read back. */
export type Address<Given> = {
  pattern: string
  to(given: Given): string
  /** Null when a parameter is missing or does not parse. */
  parse(found: FoundTexts, query: URLSearchParams): Given | null
}

/** The names of parameters in the query. They are Norwegian, because employees see them. */
const queryWords = {
  zone: 'sone',
  patientId: 'bruker',
  form: 'skjema',
  role: 'rolle',
  isSigned: 'signert',
  returnTo: 'til',
  incident: 'hendelse',
  list: 'liste',
  calledAt: 'ringt',
  from: 'fra',
  workList: 'arbeidsliste',
  visitId: 'besok',
  on: 'dag',
  at: 'kl',
} as const
type QueryName = keyof typeof queryWords
const queryWordsByName = new Map<string, string>(Object.entries(queryWords))

/** A parameter is text in the address, and is parsed to a value of its own type. */
type Parameter = z.ZodMiniType<unknown, string | undefined>

/** The names after the colons of a pattern. */
type NameIn<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NameIn<Rest>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never

/** Makes the address of a place that is always the same. */
export function place(pattern: string): Address<object> & { to(): string } {
  return { pattern, to: () => pattern, parse: () => ({}) }
}

/** Makes the address of a place that takes parameters: those of its pattern, and others in the query. */
export function address<
  const Pattern extends string,
  Parameters extends Record<NameIn<Pattern>, Parameter>,
>(
  pattern: Pattern,
  parameters: Parameters & Record<Exclude<keyof Parameters, NameIn<Pattern> | QueryName>, never>,
): Address<z.output<z.ZodMiniObject<Parameters>>> {
  const schema: z.ZodMiniObject<Parameters> = z.object(parameters)
  return {
    pattern,
    to(given) {
      const texts = new Map<string, unknown>(Object.entries(z.encode(schema, given)))
      const path = pattern.replaceAll(/:(\w+)/g, (_, name: string) => {
        const text = texts.get(name)
        texts.delete(name)
        return encodeURIComponent(String(text))
      })
      const query = new URLSearchParams()
      for (const [name, text] of texts) {
        if (typeof text === 'string') query.set(queryWord(name), text)
      }
      return query.size === 0 ? path : `${path}?${query}`
    },
    parse(found, query) {
      const texts = Object.keys(parameters).map((name) => [
        name,
        found[name] ?? query.get(queryWord(name)) ?? undefined,
      ])
      const parsed = schema.safeParse(Object.fromEntries(texts))
      return parsed.success ? parsed.data : null
    },
  }
}

function queryWord(name: string): string {
  return queryWordsByName.get(name) ?? name
}

/** A parameter with a word of its own for each value. */
export function wordedParameter<Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
) {
  return z.codec(z.string(), z.custom<Value>(), {
    decode(word, context) {
      const value = values.find((known) => words[known] === word)
      if (value !== undefined) return value
      context.issues.push({ code: 'custom', input: word, message: 'Unknown word' })
      return z.NEVER
    },
    encode: (value) => words[value],
  })
}

import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

/** A test that failed, or a file that could not be loaded. */
export type FailedTest = {
  file: string
  name: string
  message: string
  /** A file in which Playwright wrote what stood on the page. */
  page?: string
}

const VitestFailures = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

const Suite = z.object({
  file: z.string(),
  specs: z.array(
    z.object({
      title: z.string(),
      ok: z.boolean(),
      tests: z.array(
        z.object({
          status: z.string(),
          results: z.array(
            z.object({
              errors: z.array(z.object({ message: z.string().optional() })),
              attachments: z
                .array(z.object({ name: z.string(), path: z.string().optional() }))
                .optional(),
            }),
          ),
        }),
      ),
    }),
  ),
  get suites() {
    return z.array(Suite).optional()
  },
})
type Suite = z.infer<typeof Suite>

const PlaywrightFailures = z.object({
  config: z.object({ rootDir: z.string() }),
  suites: z.array(Suite),
  errors: z.array(z.object({ message: z.string().optional() })),
})

export function vitestFailures(text: string): FailedTest[] {
  return VitestFailures.parse(JSON.parse(text)).testResults.flatMap((file) => {
    const failed = file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => ({
        file: file.name,
        name: fullName,
        message: failureMessages?.join('\n') ?? '',
      }))
    if (file.status !== 'failed' || failed.length > 0) return failed
    return [{ file: file.name, name: 'the file', message: file.message ?? '' }]
  })
}

export function playwrightFailures(text: string): FailedTest[] {
  const { config, suites, errors } = PlaywrightFailures.parse(JSON.parse(text))
  const outside = errors.map(({ message = '' }) => ({
    file: config.rootDir,
    name: 'the run',
    message,
  }))
  return [...suites.flatMap((suite) => failuresIn(suite, config.rootDir)), ...outside]
}

function failuresIn({ file, specs, suites = [] }: Suite, root: string): FailedTest[] {
  const own = specs
    .filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === 'flaky'))
    .map(({ title, tests }) => {
      const results = tests.flatMap((each) => each.results)
      const page = results
        .flatMap(({ attachments = [] }) => attachments)
        .find(({ name }) => name === 'error-context')?.path
      return {
        file: join(root, file),
        name: title,
        message: results
          .flatMap(({ errors }) => errors)
          .map(({ message = '' }) => message)
          .join('\n'),
        ...(page === undefined ? {} : { page }),
      }
    })
  return [...own, ...suites.flatMap((suite) => failuresIn(suite, root))]
}

const shownLines = 12
const shownPageLines = 40

/** What failed, the beginning of why, where, and what stood on the page, for the end of a long run's output. */
export function failureLines(failed: readonly FailedTest[], root: string): string[] {
  return failed.flatMap(({ file, name, message, page }) => [
    `FAILED ${relative(root, file)} › ${name}`,
    ...[...whyLines(message), ...(page === undefined ? [] : pageLines(page))].map(
      (line) => `    ${line}`,
    ),
  ])
}

function whyLines(message: string): string[] {
  const lines = stripVTControlCharacters(message).split('\n')
  const where = lines.slice(shownLines).filter((line) => /^\s+at (?!.*node_modules)/.test(line))
  return [...lines.slice(0, shownLines), ...where]
}

function pageLines(file: string): string[] {
  try {
    const [, page = ''] = readFileSync(file, 'utf8').split(/^```yaml$/m)
    const [lines = ''] = page.split(/^```$/m)
    return lines.trim().split('\n').slice(0, shownPageLines)
  } catch (error) {
    return [`The page is not known: ${String(error)}`]
  }
}

import { join, relative } from 'node:path'
import { z } from 'zod'

/** A test that failed, or a file that could not be loaded. */
export type FailedTest = { file: string; name: string; message: string }

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
            z.object({ errors: z.array(z.object({ message: z.string().optional() })) }),
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
    .map(({ title, tests }) => ({
      file: join(root, file),
      name: title,
      message: tests
        .flatMap(({ results }) => results.flatMap(({ errors }) => errors))
        .map(({ message = '' }) => message)
        .join('\n'),
    }))
  return [...own, ...suites.flatMap((suite) => failuresIn(suite, root))]
}

const shownLines = 12

/** What failed and the beginning of why, for the end of a long run's output. */
export function failureLines(failed: readonly FailedTest[], root: string): string[] {
  return failed.flatMap(({ file, name, message }) => [
    `FAILED ${relative(root, file)} › ${name}`,
    ...message
      .split('\n')
      .slice(0, shownLines)
      .map((line) => `    ${line}`),
  ])
}

import { expect, test } from 'vitest'
import { defaultForms } from '#content/forms/default-forms.ts'
import { formerForms } from '#content/forms/former/former-forms.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { readFonts } from '#pdf/font.ts'
import { formSheets } from '#pdf/form-sheets.ts'
import { typesetter } from '#pdf/sheet.ts'
import { textOnSheets } from '../support/text-on-sheets.ts'
import { aForm } from '../support/a-form.ts'

const set = typesetter(readFonts())

/** The first version of a form has the form's name, the others their number too. */
function goldenName({ name, version }: Questionnaire): string {
  return version === '1' ? name : `${name}-${version}`
}

test.each([...formerForms, ...defaultForms].map((form) => [goldenName(form), form] as const))(
  '%s prints as it did',
  async (name, form) => {
    const text = textOnSheets(formSheets(form, { tab: 'L', set }))

    await expect(`${text}\n`).toMatchFileSnapshot(`golden/forms/${name}.txt`)
  },
)

test('on paper there is room for what the app cannot show, and twice for what repeats', () => {
  const form = aForm([
    { linkId: 'picture', type: 'attachment', text: 'Bilde' },
    {
      linkId: 'group',
      type: 'group',
      text: 'Apparat',
      repeats: true,
      item: [{ linkId: 'name', type: 'string', text: 'Navn' }],
    },
  ])

  const text = textOnSheets(formSheets(form, { tab: 'L', set }))

  expect(text).toContain('Bilde')
  expect(text).toContain('Apparat 1')
  expect(text).toContain('Apparat 2')
})

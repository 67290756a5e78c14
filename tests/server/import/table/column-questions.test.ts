import { describe, expect, test } from 'vitest'
import { importContext, readLines } from '../../../support/a-list.ts'

const header = 'Løpenr;Navn;Født;Sone'
const row = (place: number, more: string) =>
  `${place};Hansen${place}, Kari;0${place}.02.1940;Nord 1;${more}`

function asked(heading: string, ...cells: readonly string[]) {
  const rows = cells.map((cell, place) => row(place + 1, cell))
  return readLines([`${header};${heading}`, ...rows]).columnQuestions
}

describe('an unknown column', () => {
  test('of which one cell holds a health fact is asked about, with what stands in it', () => {
    expect(asked('Felt 7', 'A', 'B', 'Anafylaksi på nøtter')).toEqual([
      {
        heading: 'Felt 7',
        about: 'healthFacts',
        filled: 3,
        samples: ['A', 'B', 'Anafylaksi på nøtter'],
      },
    ])
  })

  test.each(['Helseopplysninger', 'Allergier og reaksjoner', 'Medisinsk utstyr hjemme'])(
    'is asked about for its heading alone: «%s»',
    (heading) => {
      expect(asked(heading, 'x').map(({ about }) => about)).toEqual(['healthFacts'])
    },
  )

  test('that names a device which needs power is asked about', () => {
    expect(asked('Felt 7', 'Hjemmerespirator, 2 stk')).toHaveLength(1)
  })

  test.each([
    ['Primærkontakt', 'Synnøve Sykepleier'],
    ['Startdato', '01.02.2026'],
    ['Veinavn', 'Kolsåsveien, Slagen'],
    ['Ansattnummer', '12345'],
  ])('of something else is not: «%s»', (heading, cell) => {
    expect(asked(heading, cell)).toEqual([])
  })

  test('that is empty is not asked about, whatever its heading', () => {
    expect(asked('Helseopplysninger', '')).toEqual([])
  })

  test('shows no whole personal number as a sample', () => {
    const [question] = asked('Helse', '01914796756 diabetes')

    expect(question?.samples).toEqual(['019147 ***** diabetes'])
  })

  test('is read as has been answered, asked about no more, and told of no more when it is left out', () => {
    const lines = [`${header};Felt 7`, row(1, 'Penicillin')]
    const read = readLines(lines, { ...importContext, mapping: { 'felt 7': 'cave' } })
    const ignored = readLines(lines, { ...importContext, mapping: { 'Felt 7': 'ignored' } })

    expect(read.people[0]?.facts.critical?.map(({ text }) => text)).toEqual(['Penicillin'])
    expect([read.columnQuestions, ignored.columnQuestions]).toEqual([[], []])
    expect([read.columnAnswers, ignored.columnAnswers]).toEqual([
      [{ heading: 'felt 7', column: 'cave' }],
      [{ heading: 'Felt 7', column: 'ignored' }],
    ])
    expect(ignored.warnings).toEqual([])
  })
})

function order(...lines: readonly string[]): string[][] {
  return readLines(lines).columnQuestions.map(({ about, samples }) => [about, ...samples])
}

describe('names without a comma', () => {
  test('in capitals throughout are asked about, and read with the given name first meanwhile', () => {
    const list = readLines(['Navn;Født', 'ÅSEN KÅRE;01.02.1940'])

    expect(list.columnQuestions.map(({ about }) => about)).toEqual(['nameOrder'])
    expect(list.people[0]?.name).toEqual({ given: 'ÅSEN', family: 'KÅRE' })
    expect(list.warnings.map(({ warning }) => warning)).toContainEqual({
      kind: 'unclearValue',
      heading: 'Navn',
      value: 'ÅSEN KÅRE',
      because: 'nameOrder',
    })
  })

  test('whose next of kin shares the first one are asked about', () => {
    expect(order('Navn;Født;Pårørende', 'Åsen Kåre;01.02.1940;Berit Åsen')).toEqual([
      ['nameOrder', 'Åsen Kåre'],
    ])
  })

  test('of which a row with a comma shows that the first is the family name are asked about', () => {
    expect(order('Navn;Født', 'Åsen, Berit;01.02.1940', 'Åsen Kåre;02.02.1940')).toEqual([
      ['nameOrder', 'Åsen Kåre'],
    ])
  })

  test('that the list shows to begin with the given name are read so, also in capitals', () => {
    const kin = order('Navn;Født;Pårørende', 'KÅRE ÅSEN;01.02.1940;Berit Åsen')
    const comma = order('Navn;Født', 'ÅSEN, BERIT;01.02.1940', 'KÅRE ÅSEN;02.02.1940')

    expect([kin, comma]).toEqual([[], []])
  })

  test('of an ordinary list are not asked about', () => {
    expect(order('Navn;Født', 'Kåre Åsen;01.02.1940', 'Ole van der Berg;02.02.1940')).toEqual([])
  })

  test('are read with the family name first when that is answered', () => {
    const mapping = { Navn: 'nameFamilyFirst' } as const
    const list = readLines(['Navn;Født', 'ÅSEN KÅRE;01.02.1940'], { ...importContext, mapping })

    expect(list.people[0]?.name).toEqual({ family: 'ÅSEN', given: 'KÅRE' })
    expect(list.columnQuestions).toEqual([])
  })
})

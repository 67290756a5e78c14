/** A file, and what a server must answer to it. */
export type BenchFile = { name: string; bytes: Uint8Array<ArrayBuffer> }

const header = 'Løpenr;Navn;Født;Sone'

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

/** What took the server down, or kept everybody waiting, in one way or another. */
export function hostileFiles(): BenchFile[] {
  return [
    { name: 'blank-lines', bytes: encode(`${header}\n${'\n'.repeat(19_000_000)}`) },
    { name: 'million-columns', bytes: encode(`${header};${'a;'.repeat(1_000_000)}\n`) },
    {
      name: 'empty-entries',
      bytes: encode(`{"resourceType":"Bundle","entry":[{}${',{}'.repeat(3_000_000)}]}`),
    },
    {
      name: 'nested-arrays',
      bytes: encode(
        `{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","name":${'['.repeat(20_000)}${']'.repeat(20_000)}}}]}`,
      ),
    },
    { name: 'open-arrays', bytes: encode('['.repeat(5_000_000)) },
    { name: 'quotes', bytes: encode(`${header}\n${'"\n'.repeat(9_000_000)}`) },
    { name: 'references', bytes: encode(identifierReferences(5_000)) },
  ]
}

/** As many patients as contacts, each of whom names her patient by an identifier. */
function identifierReferences(count: number): string {
  const entry = Array.from({ length: count }, (_, place) => {
    const identifier = { system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: `${10_000_000 + place}` }
    return [
      {
        resource: {
          resourceType: 'Patient',
          id: `p${place}`,
          identifier: [identifier],
          name: [{ family: `Hansen${place}`, given: ['Kari'] }],
          birthDate: '1940-02-01',
        },
      },
      {
        resource: {
          resourceType: 'AllergyIntolerance',
          patient: { identifier },
          code: { text: 'Penicillin' },
        },
      },
    ]
  }).flat()
  return JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry })
}

/** A whole city's list; `week` changes a tenth of it. */
export function cityList(people: number, week: number): BenchFile {
  const rows = Array.from({ length: people }, (_, place) => {
    const day = String(1 + (place % 28)).padStart(2, '0')
    const isChanged = place % 10 === week % 10
    const street = `Prøvegata ${place % 190}${isChanged ? ` ${String.fromCharCode(65 + week)}` : ''}`
    return [
      place + 1,
      `Hansen${place}, Kari`,
      `${day}.02.19${30 + (place % 50)}`,
      street,
      '3210',
      'Sandefjord',
      `9${String(place).padStart(7, '0')}`,
      `Nord ${1 + (place % 14)}`,
      place % 5 === 0 ? 'BST, TRY' : 'HSP',
      place % 7 === 0 ? 'Penicillin' : '',
      `Liv Hansen${place}`,
      `4${String(place).padStart(7, '0')}`,
    ].join(';')
  })
  const columns =
    'Løpenr;Navn;Født;Adresse;Postnr;Poststed;Telefon;Sone;Tjenester;CAVE;Pårørende;Tlf pårørende'
  return { name: `city-${people}`, bytes: encode(`${[columns, ...rows].join('\n')}\n`) }
}

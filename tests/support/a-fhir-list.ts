export type FhirListPerson = {
  number: number
  street?: string
  medicines?: readonly { name: string; amount: number; at: string }[]
  kin?: { name: string; phone: string }
  lock?: string
  isProtected?: boolean
  zone?: string
}

/** A weekly list as a bundle, with one of nearly all that a person can have in it. */
export function aFhirList(people: readonly FhirListPerson[]): object {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: people.flatMap(resourcesOf).map((resource) => ({ resource })),
  }
}

function resourcesOf({
  number,
  street = `Gata ${number}`,
  medicines = [],
  kin,
  lock,
  isProtected = false,
  zone = 'nord-1',
}: FhirListPerson): object[] {
  const subject = { reference: `Patient/p${number}` }
  return [
    {
      resourceType: 'Patient',
      id: `p${number}`,
      identifier: [{ system: 'http://cosdoc.dips.no/lopenummer', value: String(5000 + number) }],
      name: [{ family: `Familie${number}`, given: ['Bruker'] }],
      birthDate: `1940-01-${String((number % 28) + 1).padStart(2, '0')}`,
      address: [{ line: [street], postalCode: '3210', city: 'Sandefjord' }],
      extension: [
        { url: 'http://example.org/vkp-zone', valueString: zone },
        ...(lock === undefined ? [] : [{ url: 'http://example.org/e-lock', valueString: lock }]),
        ...(isProtected
          ? [
              {
                url: 'http://hl7.no/fhir/StructureDefinition/no-basis-address-protection',
                valueCoding: { code: 'STRENGT_FORTROLIG' },
              },
            ]
          : []),
      ],
      ...(kin === undefined
        ? {}
        : {
            contact: [
              { name: { text: kin.name }, telecom: [{ system: 'phone', value: kin.phone }] },
            ],
          }),
    },
    ...medicines.map(({ name, amount, at }) => ({
      resourceType: 'MedicationStatement',
      status: 'active',
      subject,
      medicationCodeableConcept: { text: name },
      dosage: [
        {
          timing: { repeat: { timeOfDay: [`${at}:00`] } },
          doseAndRate: [{ doseQuantity: { value: amount, unit: 'mg' } }],
        },
      ],
    })),
  ]
}

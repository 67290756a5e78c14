/** What is wrong with each field of a contact, by the field's name. */
export type ContactFaults = ReadonlyMap<string, string>

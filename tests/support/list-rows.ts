/** A list of twelve people of two zones, a row each. */
export const listHeader = 'Navn;Fnr;Født;Adresse;Tlf;Sone;Tjenester;CAVE'

export const twelveRows: readonly string[] = Array.from({ length: 12 }, (_, place) => {
  const number = String(place + 1).padStart(2, '0')
  return `Bruker${number}, Test;;${number}.01.1940;Gata ${number};900000${number};Nord ${(place % 2) + 1};BST,TRY;`
})

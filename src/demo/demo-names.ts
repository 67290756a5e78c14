/** Given names as people of home care have them, by the gender of the personal number. */
export const womensNames =
  `Aase Anna Anne Aslaug Astrid Aud Berit Bjørg Bodil Borghild Brit Brynhild Dagny Edel Edith
Elin Ellen Else Elsa Erna Eva Gerd Gjertrud Grete Gro Gudrun Gunhild Gunvor Hanna Hedvig Helga Hilde Hjørdis Ingeborg
Inger Ingrid Jorunn Karin Kari Karen Kirsten Klara Kristine Laila Liv Magnhild Margit Margot Marie Marit Mary Mildrid
Målfrid Norunn Oddbjørg Olaug Ragnhild Randi Reidun Ruth Sigrid Signe Solveig Svanhild Synnøve Sølvi Torill Tordis Tove
Turid Unni Valborg Vigdis Wenche Åse Åshild`.split(/\s+/)

export const mensNames =
  `Alf Anders Arne Arvid Asbjørn Bjarne Bjørn Dag Egil Einar Eivind Erik Erling Finn Fredrik
Gunnar Halvard Hans Harald Helge Håkon Ingvar Ivar Jan Jens Johan Johannes John Kjell Knut Kolbjørn Kåre Lars Leif Magnar
Magne Martin Nils Odd Oddvar Ola Olav Per Peder Ragnar Reidar Roald Roar Rolf Sigurd Sigmund Sivert Steinar Svein Sverre
Terje Thor Tor Torbjørn Torleif Tormod Trygve Viggo Øivind Ørnulf Øystein Åge Åsmund`.split(/\s+/)

export const familyNames =
  `Aas Abrahamsen Andersen Andreassen Antonsen Aune Bakke Bakken Berg Berge Berntsen Bjerke
Bjørnstad Bråten Bråthen Brekke Bye Bø Christensen Dahl Dahlen Eide Eilertsen Ellingsen Engen Eriksen Evensen Fjeld
Fjære Foss Fossum Framnes Gjerde Gjone Gran Grønli Gulbrandsen Gundersen Haga Hagen Halvorsen Hansen Haugen Haugland
Hauge Hegg Helgesen Henriksen Hoel Holm Holte Hovland Hystad Isaksen Iversen Jacobsen Jensen Jenssen Johannessen Johansen
Jørgensen Karlsen Kjær Knutsen Kristiansen Kvam Kvåle Langeland Larsen Lie Lien Lund Lunde Lysø Løvås Madsen Mathisen
Melby Moe Moen Myhre Myklebust Mæland Mørk Nedrebø Ness Nilsen Nordby Nygård Næss Olsen Opsahl Paulsen Pedersen Pettersen
Rasmussen Ringdal Rønning Rød Sandberg Sandvik Skaug Skogen Skårdal Solberg Solheim Strand Strøm Sundby Svendsen Sæther
Sørensen Thoresen Tangen Tveit Tønnessen Ulvestad Veierød Vik Vold Wold Ødegård Østby Østlie Øverland Ås Åsen`.split(
    /\s+/,
  )

export const samiWomensNames = [
  'Áile',
  'Biret',
  'Elle',
  'Inga',
  'Káre',
  'Máret',
  'Risten',
  'Sárá',
  'Sunná',
]
export const samiMensNames = [
  'Ánte',
  'Áslat',
  'Issát',
  'Jovnna',
  'Mihkkal',
  'Niillas',
  'Ánde',
  'Ándaras',
]
export const samiFamilyNames = [
  'Buljo',
  'Eira',
  'Gaup',
  'Guttorm',
  'Hætta',
  'Sara',
  'Somby',
  'Siŋkká',
  'Šáhppá',
  'Čuorvvo',
  'Đuodji',
  'Njálmmi',
  'Beaŧka',
  'Gáivuona',
  'Vuolážat',
]

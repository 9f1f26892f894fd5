/**
 * Communes where the fictitious companies and addresses of the demonstration stand.
 * Codes and postcodes: INSEE and La Poste by `@etalab/decoupage-administratif` 6.0.0, Licence Ouverte 2.0;
 * the coordinates are those of the town centre, rounded.
 */

export type FictitiousPlace = {
  city: string;
  postcode: string;
  communeCode: string;
  longitude: number;
  latitude: number;
};

export const fictitiousPlaces: readonly FictitiousPlace[] = [
  { city: 'Lille', postcode: '59000', communeCode: '59350', longitude: 3.063, latitude: 50.637 },
  { city: 'Roubaix', postcode: '59100', communeCode: '59512', longitude: 3.174, latitude: 50.69 },
  { city: 'Tourcoing', postcode: '59200', communeCode: '59599', longitude: 3.161, latitude: 50.724 },
  { city: 'Dunkerque', postcode: '59140', communeCode: '59183', longitude: 2.377, latitude: 51.034 },
  { city: 'Valenciennes', postcode: '59300', communeCode: '59606', longitude: 3.523, latitude: 50.357 },
  { city: 'Arras', postcode: '62000', communeCode: '62041', longitude: 2.777, latitude: 50.291 },
  { city: 'Lens', postcode: '62300', communeCode: '62498', longitude: 2.832, latitude: 50.429 },
  { city: 'Amiens', postcode: '80000', communeCode: '80021', longitude: 2.295, latitude: 49.894 },
  { city: 'Beauvais', postcode: '60000', communeCode: '60057', longitude: 2.081, latitude: 49.43 },
  { city: 'Saint-Quentin', postcode: '02100', communeCode: '02691', longitude: 3.288, latitude: 49.848 },
  { city: 'Rennes', postcode: '35000', communeCode: '35238', longitude: -1.68, latitude: 48.111 },
  { city: 'Nantes', postcode: '44000', communeCode: '44109', longitude: -1.554, latitude: 47.218 },
  { city: 'Bordeaux', postcode: '33000', communeCode: '33063', longitude: -0.579, latitude: 44.838 },
  { city: 'Grenoble', postcode: '38000', communeCode: '38185', longitude: 5.725, latitude: 45.188 },
];

export const fictitiousStreets: readonly string[] = [
  'rue des Tilleuls',
  'avenue des Peupliers',
  'rue du Moulin',
  'boulevard des Artisans',
  'rue de la Fontaine',
  'allée des Érables',
  'place du Marché',
];

/** Addresses in UBL: no line is lost, however many there are. */
import { addressParts } from '../documents/document.ts';
import type { Node } from './values.ts';

/** @param lines As they stand on the invoice. */
export function addressOf(lines: string | null): Node {
  const { street, more, postalCode, city, country } = addressParts(lines);
  const [second, ...others] = more;
  return {
    ...(street === null ? {} : { 'cbc:StreetName': street }),
    ...(second === undefined ? {} : { 'cbc:AdditionalStreetName': second }),
    ...(city === null ? {} : { 'cbc:CityName': city }),
    ...(postalCode === null ? {} : { 'cbc:PostalZone': postalCode }),
    // UBL-SR-51: there is one third line.
    ...(others.length === 0 ? {} : { 'cac:AddressLine': { 'cbc:Line': others.join(', ') } }),
    'cac:Country': { 'cbc:IdentificationCode': country },
  };
}

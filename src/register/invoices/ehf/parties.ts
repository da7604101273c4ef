/** Seller and buyer in UBL: electronic address 0192 (the organisation number), name, place, registrations. */
import { type Buyer, type Seller, vatNumberOf } from '../documents/document.ts';
import { addressOf } from './address.ts';
import type { Node } from './values.ts';

/** Peppol's list of electronic address schemes: organisations in Enhetsregisteret. */
const SCHEME = '0192';

const numbered = (organisationNumber: string): Node => ({ '@schemeID': SCHEME, '#': organisationNumber });

const taxScheme = (companyId: string, scheme: 'VAT' | 'TAX'): Node => ({
  'cbc:CompanyID': companyId,
  'cac:TaxScheme': { 'cbc:ID': scheme },
});

export function supplierParty(seller: Seller): Node {
  const { name, organisationNumber, street, city, postalCode, country, email, phone } = seller;
  const registrations = [
    ...(seller.vatRegistered ? [taxScheme(vatNumberOf(seller), 'VAT')] : []),
    // NO-R-002: companies in Foretaksregisteret say so on their invoices.
    ...(seller.inBusinessRegister ? [taxScheme('Foretaksregisteret', 'TAX')] : []),
  ];
  return {
    'cbc:EndpointID': numbered(organisationNumber),
    'cac:PartyName': { 'cbc:Name': name },
    'cac:PostalAddress': {
      'cbc:StreetName': street,
      'cbc:CityName': city,
      'cbc:PostalZone': postalCode,
      'cac:Country': { 'cbc:IdentificationCode': country },
    },
    ...(registrations.length === 0 ? {} : { 'cac:PartyTaxScheme': registrations }),
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': name, 'cbc:CompanyID': numbered(organisationNumber) },
    'cac:Contact': { 'cbc:Telephone': phone, 'cbc:ElectronicMail': email },
  };
}

export function customerParty({ name, organisationNumber, address }: Buyer): Node {
  const number = organisationNumber ?? '';
  return {
    'cbc:EndpointID': numbered(number),
    'cac:PartyName': { 'cbc:Name': name },
    'cac:PostalAddress': addressOf(address),
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': name, 'cbc:CompanyID': numbered(number) },
  };
}

/** The controller as the other rooms read it. */
import type { Controller } from '../model.ts';
import type { ControllerText } from '../schemas/controller.ts';

export function buildController(text: ControllerText): Controller {
  const { address, version, supervisory_authority: authority } = text;
  return {
    name: text.name,
    organisationNumber: text.organisation_number,
    address: {
      street: address.street,
      postalCode: address.postal_code,
      city: address.city,
      country: address.country,
    },
    email: text.email,
    phone: text.phone,
    website: text.website,
    privacyContact: text.privacy_contact,
    dataProtectionOfficer: officerOf(text),
    supervisoryAuthority: {
      name: authority.name,
      address: authority.address,
      website: authority.website,
      complaintUrl: authority.complaint_url,
    },
    languages: text.languages,
    timeZone: text.time_zone,
    financialYearEnds: text.financial_year_ends,
    billing: billingOf(text),
    minimumAge: text.minimum_age,
    version: {
      number: version.number,
      place: version.place,
      date: version.date,
      approver: version.approver,
      effectiveFrom: version.effective_from,
      changes: version.changes,
    },
  };
}

function officerOf({ data_protection_officer: officer }: ControllerText): Controller['dataProtectionOfficer'] {
  return officer.appointed ? officer : { appointed: false, because: officer.because ?? null };
}

function billingOf({ billing }: ControllerText): Controller['billing'] {
  if (billing === undefined) return null;
  return {
    accountNumber: billing.account_number,
    vatRegistered: billing.vat_registered,
    inBusinessRegister: billing.business_register,
    paymentDays: billing.payment_days,
    kid: billing.kid,
  };
}

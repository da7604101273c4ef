/** The names of the back office's pages in bokmål, as the menus have them. */
export const officeNb = {
  office: 'Kontoret',
  officeCustomers: 'Kunder',
  officeNewCustomer: 'Ny kunde',
  officePolicy: 'Reglene',
  officePurposes: 'Formål',
  officeCategories: 'Kategorier',
  officeRetention: 'Lagringstid',
  officeRoles: 'Roller',
  officeRecipients: 'Mottakere',
  officeEvidence: 'Bevis',
  officeStaff: 'Ansatte',
  officeNewStaff: 'Gi noen tilgang',
  officeAccessReview: 'Gjennomgang av tilganger',
  officeDisclosures: 'Utlevert ved særskilt behov',
  officeAccessLog: 'Innsynslogg',
  officeUnusualLooks: 'Uvanlig innsyn',
};

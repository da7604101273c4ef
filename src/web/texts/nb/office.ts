/** The words of the back office in bokmål. */
export const officeNb = {
  office: 'Kontoret',
};

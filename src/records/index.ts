/**
 * What happened and can be shown: consents, notices, staff, mail, one folder a noun. It reaches people's data through
 * purpose sessions only and knows no HTTP.
 */
export {};

/** Ids in addresses and forms: UUIDs in lower case, which is how the pages themselves write them. */

/** For the pattern of a route, as `/:id{…}`. */
export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

const WHOLE = new RegExp(`^${UUID}$`);

export const isUuid = (typed: string | undefined): typed is string => typed !== undefined && WHOLE.test(typed);

/**
 * HTTP for programs: one file a noun, the same names as in the rooms below. It turns requests checked by `contract`
 * into calls of `records` and `register`; it knows no SQL and no page.
 */
export {};

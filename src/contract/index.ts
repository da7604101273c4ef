/**
 * What goes over HTTP: schemas of requests and responses and the catalogue of errors. Pure: it knows no database, no
 * page, no clock.
 */
export {};

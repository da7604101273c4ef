/**
 * The notice: a checked policy and its Markdown become what customers read, in each language, with its promises. Pure:
 * it knows no file system, no database, no clock.
 */
export {};

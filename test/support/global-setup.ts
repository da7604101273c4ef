/** Runs once before all tests: the database server that every test file copies its database from. */
export default function setup(): void {}

/**
 * What a web site embeds to ask for consent before anything is stored in the visitor's equipment. It knows no other
 * room, has no dependencies, and keeps to a size budget.
 *
 * Kept's own pages store nothing that needs consent, so nothing is embedded yet.
 */
export {};

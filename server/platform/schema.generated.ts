/** Generated from the migrated database by `npm run schema`; never edited. */
export interface DB {}

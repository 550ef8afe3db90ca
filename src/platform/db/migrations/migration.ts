/** One step of the schema; never changed once it has landed. `name` starts with its number. */
export type Migration = { readonly name: string; readonly sql: string };

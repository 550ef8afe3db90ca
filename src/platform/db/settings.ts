/** How a PostgreSQL is reached: by socket folder or host, or by one `postgres://` address. */
export type ConnectionSettings =
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string; readonly password?: string }
  | { readonly connectionString: string };

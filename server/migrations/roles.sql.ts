/**
 * What a PostgreSQL administrator runs once, before the first migration. Making a role with BYPASSRLS needs a
 * superuser on 15, so the desk cannot do it for itself on an external server. Same text for 15 and 18.
 */

/** The names are fixed: migrations grant to them. */
export const ownerRole = 'akmasa_owner'
export const appRole = 'akmasa_app'
export const definerRole = 'akmasa_definer'

export type Passwords = { owner: string; app: string }

/** The roles of a server; one statement each. */
export function rolesSql(passwords: Passwords): string[] {
  return [
    `create role ${ownerRole} login nosuperuser nocreatedb nocreaterole nobypassrls password ${literal(passwords.owner)}`,
    `create role ${appRole} login nosuperuser nocreatedb nocreaterole nobypassrls password ${literal(passwords.app)}`,
    // Owns the few functions that must look past row-level security; nobody can sign in as it.
    `create role ${definerRole} nologin nosuperuser bypassrls`,
    `grant ${definerRole} to ${ownerRole}`,
    // The job queue's tables belong to the application; the owner makes them in its name.
    `grant ${appRole} to ${ownerRole}`,
  ]
}

/**
 * One database. Its own locale is neutral (`und`), Turkish is asked for by name where it is meant. The character
 * classes must know Unicode: with `C`, trigram search on PostgreSQL 15 takes ş and ğ for punctuation (18 does not).
 */
export function databaseSql(database: string): string[] {
  const name = identifier(database)
  return [
    `create database ${name} owner ${ownerRole} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8' locale_provider icu icu_locale 'und'`,
    ...accessSql(database),
  ]
}

/** Who may reach a database. A clone of a template does not inherit this. */
export function accessSql(database: string): string[] {
  const name = identifier(database)
  return [
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to ${appRole}`,
    // Trusted extensions and schemas are the owner's to make; definer functions live in its schemas.
    `grant all on database ${name} to ${ownerRole}`,
  ]
}

/** The whole, as text to paste into psql. */
export function administratorSql(database: string): string {
  const statements = [...rolesSql({ owner: 'CHOOSE-ONE', app: 'CHOOSE-ANOTHER' }), ...databaseSql(database)]
  return statements.map((statement) => `${statement};`).join('\n')
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`

/** The door: PostgreSQL of our own, and the check of somebody else's. */
export { adminUrl, postgresCommand, prepareCluster, untilReady, urlFor, withClient, type Cluster, type Command } from './cluster.ts'
export { cloneDatabase, ensureDatabase, faultsOf } from './database.ts'
export { installPostgres } from './install.ts'
export { startPostgres, type RunningPostgres } from './tethered.ts'

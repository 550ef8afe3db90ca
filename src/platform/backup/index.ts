export { type BackupOptions, writeBackup } from './backup';
export { BackupRefusal } from './backup-refusal';
export { type RestoreOptions, restoreBackup, verifyBackup } from './restore';

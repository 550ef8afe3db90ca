export { FileFolder, type StoredFile } from './files';
export { findFile, insertFile, keptFiles } from './files-store';

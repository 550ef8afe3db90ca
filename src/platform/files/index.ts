export { FileFolder, type StoredFile } from './files';
export { discardFile, findFile, insertFile, keptFiles } from './files-store';
export { lockedZip } from './locked-zip';

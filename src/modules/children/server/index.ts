export { permissions } from '../permissions';
export { type BulkColumns, bulkRows, inPieces, writeInPieces } from './bulk-store';
export { childPlaces, listJoined, listsOf } from './child-store';
export { childLine, sealedText } from './child-view';
export { childrenAfter, firstListDay, recordsToCount } from './counting-store';
export { countDue, markDue, takeDue } from './due-store';
export { type EnteredChild, enterChild } from './enter-child';
export { type FactDraft, factsOfChildren, putFacts, type StoredFact } from './fact-store';
export { childrenByIdNumber, namedChildren, numberedChildren } from './find-actions';
export { maskOf } from './masks';
export { listPersonsWords, type PersonsWord, syncProposals } from './merge-store';
export { normalSearch } from './name-keys';
export type { ChildrenNeeds } from './needs';
export {
  type ChildRow,
  childrenOfClass,
  familyOf,
  findChild,
  type LineRow,
  linesOfClass,
  listChildren,
  listLines,
  userNames,
} from './read-store';
export { settleChildren } from './record';
export { assertReason, SHOWN_SECONDS } from './reveal-actions';
export { insertReveal, openReveals } from './reveal-store';
export { childRoutes } from './routes';
export {
  type ChildSourceRow,
  endSources,
  type KnownSource,
  listDaysOf,
  listKnownSources,
  moveSources,
  putSources,
  type ReadSource,
  readBodies,
  type SourceBody,
  type SourceDraft,
  type SourceEvidence,
  type SourcePointer,
  sourcesOfChildren,
} from './source-store';

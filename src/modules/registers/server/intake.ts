import type { Gazetteer } from '../../area/index';
import type { RegisterKind } from '../rules/register';
import { RegisterAssembly, type RegisterReading } from './assembly';
import { type ReadingOptions, readFiles } from './files-reading';

export type IntakeOptions = ReadingOptions & {
  /** the county whose names are known; default 喀左 */ readonly gazetteer?: Gazetteer;
};

/**
 * Reads the files of one register: finds the header of every sheet by its names, cleans and checks the rows, and puts
 * all of them into one register. Throws a `SheetRefusal` for the first file that cannot be read or is no register.
 */
export async function readRegister(
  kind: RegisterKind,
  paths: readonly string[],
  options: IntakeOptions = {},
): Promise<RegisterReading> {
  const assembly = new RegisterAssembly(kind, options.gazetteer);
  let file = 0;
  for await (const { sheets, hidden } of readFiles(kind, paths, 'needed', options)) {
    assembly.addFile(paths[file++], sheets, hidden);
  }
  return assembly.finish();
}

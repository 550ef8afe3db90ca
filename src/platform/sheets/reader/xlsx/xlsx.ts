import type { SheetLimits } from '../../types';
import { refusal } from '../../words';
import type { OpenFile } from '../open-file';
export async function openXlsx(file: string, _limits: SheetLimits): Promise<OpenFile> {
  throw refusal(file, 'notText');
}

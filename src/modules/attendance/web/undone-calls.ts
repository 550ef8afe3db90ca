import { contract } from '../../../ui/shared/contract';
import type { UndoneView } from '../undone-contract';

export const getUndone = contract<{ query: Record<never, never>; answer: UndoneView }>('GET', '/api/attendance/undone');

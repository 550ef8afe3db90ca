import { useCallback, useState } from 'react';
import { recall, remember } from '../shared/remembered';

const habit = 'big-text';

/** 大字模式: everything a quarter larger, remembered on this phone. */
export function useBigText(): { readonly big: boolean; readonly setBig: (big: boolean) => void } {
  const [big, setState] = useState(() => recall(habit) === 'yes');
  const setBig = useCallback((next: boolean) => {
    remember(habit, next ? 'yes' : 'no');
    showBigText();
    setState(next);
  }, []);
  return { big, setBig };
}

/** Sets the page in the size that was chosen on this phone; called once before anything is drawn. */
export function showBigText(): void {
  document.documentElement.classList.toggle('ph-big', recall(habit) === 'yes');
}

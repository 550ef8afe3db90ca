import { type ComponentType, createContext, Suspense, useContext } from 'react';

/** What else waits for whoever looks, as rows on the page with which the day begins; the application says which. */
export const DoorsContext = createContext<readonly ComponentType[]>([]);

/** These rows; each decides whether it has something to say, and is loaded by itself. */
export function Doors() {
  return useContext(DoorsContext).map((Door, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list is the application's and never changes
    <Suspense key={place} fallback={null}>
      <Door />
    </Suspense>
  ));
}
